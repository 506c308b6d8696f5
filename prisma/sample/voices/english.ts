/** How each sort of person opens and closes in English. */
export const english: Record<
  | "support"
  | "supportOnBug"
  | "csm"
  | "sales"
  | "customer"
  | "landlord"
  | "nps"
  | "npsOfPraise"
  | "breakfast",
  { open: string[]; close: string[] }
> = {
  support: {
    open: [
      "",
      "",
      "Customer on the phone:",
      "Third one this week:",
      "Passing this on:",
      "Not in the knowledge base:",
      "From {customer}:",
    ],
    close: [
      "",
      "",
      "What do I tell them?",
      "Screenshot attached.",
      "Leaving the ticket open.",
      "I'll ring them back tomorrow.",
    ],
  },
  supportOnBug: {
    open: ["", "", "Two customers hit:", "Same as the other day:", "Not a happy customer:"],
    close: ["", "", "I can reproduce it.", "Couldn't reproduce.", "Screenshot attached."],
  },
  csm: {
    open: [
      "From my call with {customer}:",
      "Quarterly review with {customer}:",
      "Hi both,",
      "Came up again at {customer}:",
      "After the site visit:",
    ],
    close: [
      "Any news?",
      "They ask every month.",
      "Renewal in eight weeks, so a bit delicate.",
      "Happy to set up a call with them.",
      "Otherwise they're in good spirits.",
      "",
    ],
  },
  sales: {
    open: ["Demo this morning:", "{customer} asks:", "Tender question:", "Just off a call."],
    close: [
      "Answer due Friday noon, {amount} in play.",
      "Yes or no??",
      "The competition said yes.",
      "{amount} if we can.",
      "Need it before Thursday please.",
    ],
  },
  customer: {
    open: ["Hi team,\n", "Hi,\n", "Hello,\n", "", "", "Morning all,\n"],
    close: [
      "",
      "\nThanks",
      "\nCheers",
      "\nMany thanks",
      "\nKind regards",
      "\nHappy to jump on a call.",
      "\nI have asked before.",
    ],
  },
  landlord: {
    open: [
      "Dear Sir or Madam,\n\nWe write on behalf of our residents.",
      "Dear team,\n\nFurther to our meeting, please note the following.",
    ],
    close: [
      "\n\nYours faithfully,\nProperty Services",
      "\n\nWe look forward to your reply.\nResident Services",
    ],
  },
  nps: {
    open: ["", "", "good overall but", "it's a six because", "mostly fine,"],
    close: ["", "", "that's it really", "support are lovely though"],
  },
  npsOfPraise: {
    open: ["", "", "nine out of ten,", "no complaints,", "honestly"],
    close: ["", "", "thanks", "would recommend"],
  },
  breakfast: {
    open: ["Heard at breakfast:", "From the Manchester table:"],
    close: ["", "Worth a look.", "Lots of nodding."],
  },
};

export const englishThread = [
  "\n\n> Support wrote:\n> Hi, could you give us a bit more detail?",
  "\n\n> From: front desk\n> Your request has been received.",
  "\n\nOn Tue, support wrote:\n> We will come back to you shortly.",
];

export const englishForwarded = ["FW: ", "FW: for you\n", "Fwd: chasing\n"];

export const englishRoles = ["Ops", "Office manager", "Service desk", "Director", "Accounts"];
