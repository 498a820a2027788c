import type * as words from '#domain/words'

type Tables = { [K in keyof typeof words as (typeof words)[K] extends Record<string, string> ? K : never]: Record<keyof (typeof words)[K], string> }

/** English twins of every word table of domain/words.ts. */
export const wordsEn: Tables = {
  repairType: {
    general: 'General repair', outing: 'Outing repair', presale: 'Pre-sale repair', firstService: 'First service', periodicService: 'Periodic service',
    campaign: 'Service campaign', urgent: 'Urgent-part repair', partWarranty: 'Part warranty', pdi: 'PDI', rework: 'Rework',
  },
  nature: { warranty: 'Warranty', paid: 'Paid', mixed: 'Mixed', special: 'Goodwill' },
  channel: { phone: 'Phone', web: 'Web', walkIn: 'Walk-in', sales: 'From sales', dealer: 'Dealer', maker: 'From manufacturer' },
  urgency: { urgent: 'Urgent', important: 'Important', normal: 'Normal' },
  faultMode: {
    broken: 'Broken', cracked: 'Cracked', deformed: 'Deformed', worn: 'Worn', burnt: 'Burnt', leaking: 'Leaking', noisy: 'Noisy', loose: 'Loose',
    jammed: 'Jammed', shorted: 'Short circuit', openCircuit: 'Open circuit', aged: 'Aged', rusted: 'Rusted', discoloured: 'Paint loss or discoloured',
    wrongSize: 'Wrong size', failed: 'No function', other: 'Other',
  },
  partCategory: {
    main: 'Main part (assembly)', normal: 'Normal part', wear: 'Wear part', consumable: 'Consumable', trim: 'Trim part',
    battery: 'Battery', tractionBattery: 'Traction battery',
  },
  claimType: {
    general: 'General repair', outing: 'Outing repair', presale: 'Pre-sale repair', freeService: 'Free service', campaign: 'Service campaign',
    partExchange: 'Part exchange', additional: 'Additional claim', urgent: 'Urgent part', outOfWarranty: 'Out of warranty', special: 'Special cost',
  },
  shipMethod: { road: 'Road freight', rail: 'Rail parcel', express: 'Express', own: 'Own delivery' },
  payMode: { collect: 'Freight collect', prepaid: 'Prepaid', monthly: 'Monthly account' },
  disposal: { toMaker: 'To manufacturer', toSupplier: 'To supplier', local: 'Dispose locally', exempt: 'Exempt', backToStation: 'Back to station' },
  supplyMode: { borrowed: 'Borrowed (request)', stock: 'Own stock', bought: 'Bought', transfer: 'From manufacturer', customer: 'Customer’s own' },
  attachmentKind: { odometer: 'Odometer', namePlate: 'Name plate', wholeUnit: 'Whole vehicle', faultPart: 'Faulty spot', oldPart: 'Old part', repaired: 'After repair', document: 'Document', other: 'Other' },
  chargeMode: { warranty: 'Warranty', paid: 'Paid', awaitingOldPart: 'Awaiting old part', station: 'Station' },
  bearer: { station: 'Station', paid: 'Customer' },
  usage: { own: 'Private', commercial: 'Commercial', official: 'Official', rental: 'Rental', stock: 'Pre-sale (stock)' },
  severity: { ordinary: 'Ordinary', severe: 'Severe', batch: 'Batch', safety: 'Safety risk' },
  responsibility: {
    maker: 'Manufacturer', supplier: 'Supplier', dealer: 'Dealer', station: 'Station', transport: 'Transport', user: 'User', pending: 'Undecided',
  },
  exclusion: {
    overTime: 'Over time', overKm: 'Over mileage', noProof: 'No warranty card or valid invoice', proofMismatch: 'Proof does not match or is altered',
    noMaintenance: 'Not used or serviced as in the manual', modified: 'Modified by user', repairedElsewhere: 'Repaired by somebody else',
    manMade: 'Damaged by user', accident: 'Traffic accident', forceMajeure: 'Force majeure', foreignPart: 'Non-original part',
    consumable: 'Normal wear of consumable or wear part', odometerTampered: 'Odometer altered', racing: 'Racing or overloading',
  },
  eligibility: { pending: 'To be judged', covered: 'Covered', notCovered: 'Not covered', special: 'Goodwill' },
  solution: { sendParts: 'Parts sent, fitted by user', byPhone: 'By phone', onSite: 'On site or at station' },
  customerKind: { person: 'Person', company: 'Company', dealer: 'Dealer (pre-sale stock)' },
  modelCategory: {
    motorcycle: 'Motorcycle', tricycle: 'Motor tricycle', electricMotorcycle: 'Electric motorcycle', electricMoped: 'Electric moped',
    ebike: 'E-bike', car: 'Car', appliance: 'Household appliance', machinery: 'Electromechanical product',
  },
  origin: { domestic: 'Domestic', imported: 'Imported' },
  oldPartDuty: { mustReturn: 'Must be returned', exempt: 'Exempt', local: 'Dispose locally', priced: 'By price' },
  limitScope: { category: 'Part category', part: 'Part', assembly: 'Assembly', engine: 'Engine', whole: 'Whole unit' },
  startRule: { invoice: 'Invoice date', delivery: 'Delivery date', later: 'The later of both' },
  requestKind: { borrow: 'Request (borrow)', exchange: 'Exchange', order: 'Order' },
  agreedVia: { phone: 'Phone', wechat: 'WeChat', letter: 'Letter', visit: 'In person' },
  returnExempt: { no: 'No', smallPart: 'Small part, exempt', approved: 'No value, approved' },
  verdict: { pending: 'Not judged', accepted: 'Accepted', rejected: 'Rejected', partial: 'Partial' },
  role: { reception: 'Reception', technician: 'Technician', partsKeeper: 'Parts keeper', claimClerk: 'Claim clerk', chief: 'Chief' },
  workOrderStatus: {
    reported: 'Reported', toDispatch: 'To dispatch', waiting: 'Waiting', repairing: 'In repair', awaitingParts: 'Awaiting parts', finished: 'Finished',
    inspected: 'Inspected', delivered: 'Delivered', calledBack: 'Called back', closed: 'Closed',
    cancelled: 'Cancelled', toExchange: 'To exchange', toComplaint: 'To complaint',
  },
  requestStatus: {
    draft: 'Draft', agreed: 'Agreed', sent: 'Sent', shipped: 'Shipped by HQ', arrived: 'Arrived', fitted: 'Fitted', oldPartDue: 'Old part due',
    oldPartSent: 'Old part sent', settled: 'Settled', overdue: 'Overdue', billed: 'Billed', refused: 'Refused', withdrawn: 'Withdrawn',
    sentBack: 'New part sent back',
  },
  returnedPartStatus: {
    toCollect: 'To collect', collected: 'Collected', labelled: 'Labelled', packed: 'Packed', shipped: 'Shipped', received: 'Received by HQ',
    accepted: 'Accepted', rejected: 'Rejected', partial: 'Partly accepted', appealed: 'Appealed', disposed: 'Disposed',
    exempt: 'Exempt', lost: 'Lost or damaged', overdue: 'Overdue',
  },
  manifestStatus: {
    draft: 'Draft', sealed: 'Sealed', shipped: 'Shipped', received: 'Received by HQ', judged: 'Judged', closed: 'Closed', withdrawn: 'Withdrawn',
  },
  claimStatus: {
    draft: 'Draft', ready: 'Ready', submitted: 'Submitted', accepted: 'Accepted', approved: 'Approved', partlyApproved: 'Partly approved',
    rejected: 'Rejected', sentBack: 'Sent back', appealed: 'Appealed', toSettle: 'To settle', settled: 'Settled', reconciled: 'Reconciled', voided: 'Void',
  },
  batchStatus: {
    draft: 'Draft', sealed: 'Sealed', submitted: 'Submitted', accepted: 'Accepted', reviewing: 'In review', reviewed: 'Reviewed', toInvoice: 'To invoice',
    invoiced: 'Invoiced', settled: 'Settled', reconciled: 'Reconciled', withdrawn: 'Withdrawn', voided: 'Void',
  },
  paperStatus: { issued: 'Issued', voided: 'Void' },
  paperStock: {
    A4P: 'A4 upright', A4L: 'A4 across', A5L: 'A5 across', NCR241x280: 'Continuous 241×280', NCR241x140: 'Continuous 241×140 (half)', NCR241x93: 'Continuous 241×93 (third)',
    LBL100x80: 'Label 100×80', LBL150x100: 'Label 150×100', LBL76x130: 'Label 76×130', 'A4L-4up': 'A4, four up', 'A4P-6up': 'A4, six up', grid: 'Own sheet of labels',
  },
  sheetDatum: {
    number: 'Our number', filledOn: 'Date', filledBy: 'Filled in by', stationName: 'Station', stationCode: 'Station code', stationPhone: 'Station phone', stationAddress: 'Station address',
    customerName: 'Customer', customerPhone: 'Customer’s phone', customerAddress: 'Customer’s address', model: 'Model', frameNo: 'Frame number', engineNo: 'Engine number', plateNo: 'Plate', color: 'Colour',
    manufacturedOn: 'Made on', purchasedOn: 'Bought on', invoiceNo: 'Invoice', mileageKm: 'Mileage', orderNo: 'Work order', voucherNo: 'Voucher', claimNo: 'Claim',
    receivedAt: 'Taken in', finishedAt: 'Finished', statement: 'Customer’s words', finding: 'Cause', measure: 'Measure', partNames: 'Parts replaced', technician: 'Technician', inWarranty: 'In warranty',
    kind: 'Wanted', decision: 'Decision', newModel: 'New model', newSerial: 'New serial number', difference: 'Price difference', wear: 'Wear',
  },
  registerState: { issued: 'Issued', entered: 'Entered', voided: 'Void', blank: 'Blank', recovering: 'To be entered', returned: 'Blank void' },
  blankPurpose: { reserve: 'Print blank sheets', recover: 'Take up numbers used on paper' },
  taskState: { normal: 'Normal', dueSoon: 'Due soon', overdue: 'Overdue' },
  right: {
    view: 'See everything', saveDraft: 'Keep drafts', editCustomer: 'Enter and change customers and vehicles', openWorkOrder: 'Take vehicles in', dispatchWork: 'Assign work', diagnose: 'Enter cause and measure', editWorkLines: 'Enter parts and labour', finishWork: 'Start and finish work',
    inspectWork: 'Inspect', issueVoucher: 'Issue job vouchers', deliver: 'Hand over', closeWorkOrder: 'Close orders', cancelWorkOrder: 'Cancel orders', overrideEligibility: 'Override the warranty decision', requestExchange: 'Ask for an exchange', editRequest: 'Write parts requests', sendRequest: 'Send parts requests',
    receiveParts: 'Receive parts', collectOldPart: 'Collect old parts', exemptOldPart: 'Exempt old parts', labelOldPart: 'Label old parts', packOldParts: 'Pack old parts', shipOldParts: 'Seal and ship boxes', editClaim: 'Edit claims', voidClaim: 'Void claims', sealBatch: 'Build and seal batches', confirmBatch: 'Confirm as second person', printPaper: 'Print and reprint', fillForm: 'Fill in and issue forms',
    voidPaper: 'Void papers', reserveNumbers: 'Set blank sheets aside', importData: 'Import from Excel', editParts: 'Change parts and price lists', editCatalogue: 'Change labour, fault codes and models', manageStation: 'Change station, people, makers, policies', backUp: 'Back up and check',
  },
  stationKind: { authorised: 'Authorised station', serviceCentre: 'Service centre', outlet: 'Outlet (second level)', dealer: 'Dealer' },
  backupReason: { manual: 'By hand', automatic: 'Automatic', beforeUpgrade: 'Before upgrade' },
  backupState: { proven: 'restorable', damaged: 'damaged', unproven: 'not checked' },
}
