import type { help as zh } from '../zh/help.ts'

export const help = {
  title: 'Help',
  rule: 'Rule',
  source: 'Source',
  none: 'There is no note for this place.',
  hint: 'Put the cursor in a field or on a number and press F1',
  found: 'What is said here now',
  close: 'Close',
  'frameNo.title': 'Frame number',
  'frameNo.text':
    '17 signs without I, O, Q; blanks and “-*★” are dropped. The ninth is a check digit: a miss is nearly always a slip, and O, I, Q are tried as 0, 1, 0. For short numbers of old vehicles tick “Old frame number” (6–20 signs). Unique per maker.',
  'engineNo.title': 'Engine number',
  'engineNo.text': '4–25 capitals, digits and “* - /”, as stamped. A double of the same maker warns.',
  'plateNo.title': 'Plate',
  'plateNo.text': 'Province, letter, 4–6 signs; leave it empty without a plate. A strange form warns.',
  'phone.title': 'Telephone',
  'phone.text':
    'A mobile number of 11 digits, a land line with area code, or 400/800. Tick “Other number” for foreign ones. One number at least: for call-backs and to say that the vehicle is ready.',
  'name.title': 'Name or company',
  'name.text':
    '2–60 characters; for a company its full name and a contact. A name a voucher prints stays until the claim is in a sealed batch.',
  'model.title': 'Model',
  'model.text':
    'Choose it from the catalogue: the warranty policy goes with it. A model not on file may be typed, but then no term can be told.',
  'dates.title': 'Order of dates',
  'dates.text':
    'Made ≤ bought ≤ reported ≤ received ≤ finished ≤ today. More than 24 months between made and bought warns: perhaps a stock vehicle.',
  'proof.title': 'Proof of purchase',
  'proof.text': 'Invoice or warranty card, either will do; without both the verdict waits and nothing is refused by itself.',
  'usage.title': 'Use',
  'usage.text': 'Commercial and rental use shorten the term by the policy’s factor; a stock vehicle’s term has not begun.',
  'mileage.title': 'Mileage',
  'mileage.text':
    '0–999,999 km, not less than this vehicle’s last reading; more than 300 km a day warns. Record a replaced odometer first.',
  'odometer.title': 'Replaced odometer',
  'odometer.text':
    'Total distance = reading + offset; the offset is the sum of (old reading − new reading) of every replacement. A meter tampered with counts as over the limit.',
  'verdict.title': 'Warranty verdict',
  'verdict.text':
    'End = start + months + days in repair and waiting for parts (each day once, a begun day is a day), then moved to a working day if the policy says so. Months or km, whichever comes first. Limits go: part → part category → engine → whole. An exception needs the maker’s number.',
  'owner.title': 'Owner',
  'owner.text': 'The warranty goes with the vehicle; a new owner changes no term. Every change keeps its date, former owners stay.',
  'repairType.title': 'Kind, channel, urgency',
  'repairType.text': 'Printed on the voucher and part of the claim file; urgency decides the time allowed.',
  'nature.title': 'Who pays',
  'nature.text': 'Warranty: the maker; paid: the customer; mixed: line by line. A part the user damaged is charged as usual.',
  'statement.title': 'Complaint, reason, measure',
  'statement.text':
    'Four characters each at least, complaint and reason not the same; complete before the repair is finished, printed as typed.',
  'severity.title': 'Severity',
  'severity.text':
    'Severe, batch or safety faults: the old part goes back within three days or the policy’s term, and the event is reported on BD—21.',
  'responsibility.title': 'Responsibility',
  'responsibility.text': 'User or damage by hand means no warranty.',
  'fault.title': 'Fault code and mode',
  'fault.text': 'System → assembly → part → mode; repairs of the same fault are counted by it.',
  'solution.title': 'Solution and time',
  'solution.text': 'A solution within 24 hours, the order handled within 24 hours; later it turns red on the desk.',
  'technician.title': 'Technician and inspector',
  'technician.text': 'Who inspects is not who repaired; a station with one technician is marked.',
  'repeat.title': 'Rework and same fault',
  'repeat.text':
    'Repairs of the same fault are counted over all orders; at the policy’s number the customer may ask for an exchange. Rework inside its own term is free.',
  'partLines.title': 'Parts',
  'partLines.text':
    'By code, name or pinyin initials; what is not on file needs name and drawing number. Quantity at least 1. Amount = warranty price × quantity, with the maker’s mark-up if any.',
  'oldPart.title': 'Old parts',
  'oldPart.text':
    'Small parts up to 50 yuan not damaged by hand need not return. One that must and is not in store yet is charged, then turned into warranty. Without borrowing it is due by the 10th of the next month.',
  'labourLines.title': 'Labour',
  'labourLines.text': 'Amount = hours × hourly rate; 0.1–99.9 h. Times and rates are the maker’s.',
  'outings.title': 'Outings',
  'outings.text':
    '1 yuan per km driven, meals 30 yuan a day each, lodging 150 yuan a room and night, two to a room. Without receipts it needs approval. These are the sample policy’s; what holds stands in Catalogue → Policies → Rates and terms.',
  'otherFees.title': 'Other fees',
  'otherFees.text': 'Name what it is for; part of the claim, listed one by one.',
  'borrow.title': 'Parts request',
  'borrow.text':
    'First the maker’s consent: who, when, how. The old part and its report return within 7 days (or the policy’s term) after the repair; late ones cost the station part price × quantity.',
  'manifest.title': 'Return manifest',
  'manifest.text': 'Three copies: every piece by its label, box by box; the number stays once sealed. Packer and preparer are printed.',
  'claim.title': 'Claim',
  'claim.text':
    'Signature, complaint, reason, measure, one line at least and a label for every old part due, then it may enter a batch: the next one, 60 days at the latest or as the policy says.',
  'batch.title': 'Claim batch',
  'batch.text': 'One maker, one month. One person seals, another confirms before it is exported; the file can be verified to the byte.',
  'numbering.title': 'Numbers',
  'numbering.text':
    'Taken when a paper is issued, without gaps or doubles; a void one keeps its number. The pattern locks with the first. Blank sheets are entered or returned; the register proves, series by series, that none is missing.',
  'serviceTimes.title': 'Service times',
  'serviceTimes.text':
    'Each runs from the step before; with a fifth of it left it reminds, afterwards it is overdue. The start page and the order’s next step look at them. Orders not yet finished follow a change at once.',
  'reportDays.title': 'Report days',
  'reportDays.text':
    'Reports leave by this day of the next month, or its last where it is shorter. The start page lists the next ones by the terms of today. Feedback divides the month into as many parts as it is asked for.',
  'reason.title': 'Reason',
  'reason.text': 'What cannot be undone asks for a reason of two characters at least; it is recorded with name and time.',
  'merge.title': 'Merging doubles',
  'merge.text':
    'Choose field by field what stays; orders, claims and papers all move. Two sound frame numbers, a frame number on a paper, or a distance that runs back forbid it.',
} satisfies Record<keyof typeof zh, string>
