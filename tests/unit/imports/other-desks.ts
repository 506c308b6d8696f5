// Exports as other desks, bases and forms write them, made up here: same headers, same oddities.

export const notion = [
  "\uFEFFName,Status,Tags,Customer,Created time,Owner,Urgent",
  '"Export the timesheet, please",New,"Planning, Export","Ventadour (https://www.notion.so/Ventadour-0123456789abcdef0123456789abcdef?pvs=21), Lisle & Co (https://www.notion.so/Lisle-0123456789abcdef0123456789abcde0?pvs=21)","November 3, 2025 2:14 PM",Ana Ruiz,No',
  'Reports get lost,In progress,Mobile,,"November 4, 2025 9:00 AM",,Yes',
  'Reports get lost,New,,,"November 5, 2025 9:00 AM",Bo Lind,No',
].join("\n");

export const zendesk = [
  "ID;Subject;Description;Status;Priority;Requester;Requester Email;Organization;Tags;Created at;Updated at",
  '101;Login fails;"Hello;\nnobody gets in.";open;high;Ana Ruiz;ana@ventadour.example;Ventadour;login,urgent;2026-01-04 10:00;2026-01-05 10:00',
  "102;Thanks!;All is well again.;solved;;Bo Lind;bo@pennerley.example;Pennerley;;2026-01-04 11:00;2026-01-04 12:00",
].join("\r\n");

export const freshdesk = [
  "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Created time,Company Name,Full name,Email",
  "7,Where is the invoice?,Open,Low,Email,Question,Cleo,2026-02-01 08:00:00,Garage Petit,Ana Ruiz,ana@petit.example",
  "8,The app stops,Closed,High,Portal,Incident,,2026-02-02 08:00:00,Garage Petit,Bo Lind,bo@petit.example",
].join("\n");

export const servicenow = [
  '"number","sys_id","short_description","description","caller_id","state","opened_at","sys_updated_on"',
  '"INC0010001","9d385017c611228701d22104cc95c371","Mail is down","Since this morning.","Ana Ruiz","New","03-17-2026 06:04:00","03-18-2026 07:00:00"',
  '"INC0010002","e8caedcbc0a80164017df472f39eaed1","No sound","","Bo Lind","Closed","03-19-2026 06:04:00","03-20-2026 07:00:00"',
].join("\r\n");

export const npsFrench = [
  "Horodateur;Quelle note nous donnes-tu ?;Pourquoi cette note ?;Entreprise;Adresse e-mail",
  "03/11/2025 14:14:05;9;Le planning est clair et mes équipes le lisent sans aide.;Ventadour;ana@ventadour.example",
  "14/11/2025 09:02:00;3;Je perds une heure par semaine à ressaisir les heures.;Pennerley;bo@pennerley.example",
].join("\n");

export const germanForm = [
  "Zeitstempel\tBetreff\tNachricht\tFirma\tTicketnummer",
  "3. November 2025 um 14:14 Uhr\tDrucken\tDer Druck geht nicht.\tMüller GmbH\tA1-1",
  "4. März 2026 um 9:05 Uhr\tSuche\tDie Suche findet nichts.\tMüller GmbH\tA1-2",
].join("\n");

export const airtable = [
  "Idea,Notes,Votes,Company,Created",
  "Dark mode,My eyes hurt at night when I plan the week.,12,Ventadour,11/3/2025 2:14pm",
  "Offline,,3,Pennerley,11/4/2025 9:00am",
].join("\n");
