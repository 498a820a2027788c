/**
 * What F1 says about a field or a number: `fields` as the form names them (the last part decides: `customer.phone` is
 * `phone`), `rules` the marks `data-rule` of numbers. `rule` is the id in docs/design/domain.md, `source` the seed or law
 * it was taken from. Words: messages/…/help.ts under the topic's id.
 */
export type Topic = {
  readonly id: string
  readonly fields: readonly string[]
  readonly rules?: readonly string[]
  readonly rule: string
  readonly source: string
}

export const topics = [
  { id: 'frameNo', fields: ['frameNo', 'legacyFrame', 'vinCheck'], rule: 'V-01, V-02', source: 'GB 16735' },
  { id: 'engineNo', fields: ['engineNo'], rule: 'V-03', source: 'BD—16' },
  { id: 'plateNo', fields: ['plateNo'], rule: 'V-07', source: 'BD—16' },
  { id: 'phone', fields: ['phone', 'phone2', 'senderPhone', 'receiverPhone', 'otherPhone'], rule: 'V-06', source: 'BD—16' },
  { id: 'name', fields: ['name', 'contactName', 'senderName'], rule: '§2.4', source: 'BD—16' },
  { id: 'model', fields: ['modelName', 'modelId'], rule: '§2.5', source: 'BD—16' },
  { id: 'dates', fields: ['manufacturedOn', 'purchasedOn', 'deliveredOn', 'reportedAt', 'receivedAt'], rule: 'V-08', source: 'BD—16' },
  { id: 'proof', fields: ['invoiceNo', 'warrantyCardNo'], rule: '§4.4.4', source: 'BD—16' },
  { id: 'usage', fields: ['usage'], rule: 'E-20', source: 'BD—21' },
  { id: 'mileage', fields: ['mileage'], rule: 'V-09', source: 'BD—16' },
  { id: 'odometer', fields: ['oldReading', 'newReading', 'tamperFlag'], rules: ['odometer'], rule: 'V-10', source: 'R:CQZT, R:MOTO-3' },
  { id: 'verdict', fields: ['eligibility', 'approvalNo', 'exclusions'], rules: ['term'], rule: '§4.4.4', source: 'R:LAW43 art.18, 40' },
  { id: 'owner', fields: ['ownerName', 'ownerId', 'unit', 'customer'], rule: '§2.6', source: 'R:LAW43 art.30' },
  { id: 'repairType', fields: ['repairType', 'channel', 'urgency'], rule: 'E-01, E-03, E-04', source: 'BD—16' },
  { id: 'nature', fields: ['nature', 'chargeMode'], rule: 'E-02, M03', source: 'S3' },
  { id: 'statement', fields: ['customerStatement', 'checkResult', 'faultReason', 'repairMethod'], rule: 'V-16', source: 'BD—16' },
  { id: 'responsibility', fields: ['responsibility'], rule: 'E-21', source: 'BD—13' },
  { id: 'severity', fields: ['severity'], rule: 'D11', source: 'BD—21' },
  { id: 'fault', fields: ['faultCodeId', 'faultMode'], rule: 'E-06', source: 'BD—21' },
  { id: 'solution', fields: ['solution', 'expectedAt'], rule: 'D04, D05', source: 'S2, S3' },
  { id: 'technician', fields: ['technicianId', 'inspectorId'], rule: '§2.3', source: 'BD—16' },
  { id: 'repeat', fields: ['repeatOfId'], rules: ['repeat'], rule: '§4.4', source: 'R:MOTO-3' },
  {
    id: 'partLines',
    fields: ['partLines', 'partCode', 'partName', 'qty', 'supplyMode', 'priceFen'],
    rule: 'V-11, V-13, M18',
    source: 'BD—16',
  },
  {
    id: 'oldPart',
    fields: [
      'oldPartRequired',
      'oldPartReturn',
      'oldPartCode',
      'storageBin',
      'preliminary',
      'billUnreturned',
      'smallPartLimit',
      'oldPartDueRule',
      'urgentReturnD',
    ],
    rules: ['oldPart'],
    rule: 'M01, M04, D32',
    source: 'BD—17, BD—27, BD—30',
  },
  { id: 'labourLines', fields: ['labourLines', 'labourCode', 'hours', 'rateFen', 'hourRateFen'], rule: 'V-12, M18, M19', source: 'S3' },
  {
    id: 'outings',
    fields: [
      'outings',
      'oneWayKm',
      'drivenKm',
      'people',
      'days',
      'nights',
      'faresFen',
      'lodgingFen',
      'mealFen',
      'kmRate',
      'kmBasis',
      'mealPerDay',
      'lodgingPerNight',
    ],
    rule: 'M06, M07, M08, M10',
    source: 'S3',
  },
  { id: 'otherFees', fields: ['otherFees'], rule: 'M18', source: 'S3' },
  {
    id: 'borrow',
    fields: ['agreedBy', 'agreedAt', 'agreedVia', 'receiver', 'shipTo', 'neededOn', 'lines', 'borrowReturnD'],
    rules: ['borrow'],
    rule: 'D10, M05',
    source: 'BD—15',
  },
  {
    id: 'manifest',
    fields: ['packer', 'preparedBy', 'carrier', 'method', 'waybillNo', 'freightFen', 'payMode', 'periodFrom', 'periodTo'],
    rule: '§2.12',
    source: 'BD—17, BD—31',
  },
  { id: 'claim', fields: ['claimMaxD', 'appealDays', 'photosRequired'], rules: ['claim'], rule: 'V-15, D34', source: 'BD—16, BD—19' },
  { id: 'batch', fields: [], rules: ['batch'], rule: '§2.15, §2.22', source: 'BD—19' },
  { id: 'numbering', fields: ['pattern', 'code', 'stationCode'], rules: ['numbers'], rule: '§0.5', source: 'BD—16' },
  {
    id: 'serviceTimes',
    fields: ['salesForwardH', 'csForwardH', 'techContactH', 'solutionH', 'orderHandleH', 'assessH', 'callbackH'],
    rule: 'D01–D07',
    source: 'S2, S3',
  },
  {
    id: 'reportDays',
    fields: ['feedbackPerMonth', 'monthlyReportDay', 'statDay', 'unreturnedListDay', 'reconcileDay'],
    rule: 'D12–D16',
    source: 'BD—24, BD—25, S3',
  },
  { id: 'reason', fields: ['reason'], rule: '§3', source: 'BD—16' },
  { id: 'merge', fields: ['merge'], rule: '§2.4, §2.6', source: 'V-01, V-09, V-10' },
] as const satisfies readonly Topic[]

export type TopicId = (typeof topics)[number]['id']

/** Where F1 finds nothing under the cursor it speaks about the page; by the beginning of its address. */
export const pageTopics: readonly { readonly path: RegExp; readonly topic: TopicId }[] = [
  { path: /^\/work-orders/, topic: 'verdict' },
  { path: /^\/requests/, topic: 'borrow' },
  { path: /^\/(old-parts|manifests)/, topic: 'oldPart' },
  { path: /^\/claims/, topic: 'claim' },
  { path: /^\/batches/, topic: 'batch' },
  { path: /^\/(customers|units)/, topic: 'owner' },
  { path: /^\/(papers|register)/, topic: 'numbering' },
]

/** The topic of a field by its name or the last part of it, else by the parts before. */
export function topicOfField(name: string): TopicId | null {
  for (const part of name.split('.').toReversed()) {
    const found = topics.find(({ fields }) => (fields as readonly string[]).includes(part))
    if (found) return found.id
  }
  return null
}

export function topicOfRule(rule: string): TopicId | null {
  return topics.find((topic: Topic) => topic.rules?.includes(rule) ?? false)?.id ?? null
}
