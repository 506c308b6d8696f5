/** What of the company's own work a file may hold; insights are read by another path, made for a million of them. */
export const workSubjects = ["themes", "initiatives", "okrs"] as const;
export type WorkSubject = (typeof workSubjects)[number];

export const importSubjects = ["insights", ...workSubjects] as const;
export type ImportSubject = (typeof importSubjects)[number];

export function isWorkSubject(subject: string): subject is WorkSubject {
  return workSubjects.some((one) => one === subject);
}
