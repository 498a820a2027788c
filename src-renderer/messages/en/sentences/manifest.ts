import type { manifestSentences } from '#domain/sentences/manifest'

export const manifestEn = {
  'manifest.noBoxes': 'The manifest has no boxes yet; pack first',
  'manifest.boxEmpty': 'Box {boxNo} is empty; pack old parts or delete the box',
  'manifest.notPacked': 'Old part {labelNo} ({part}) is not packed',
  'manifest.packerMissing': 'Enter who packed',
  'manifest.paperMissing': 'Issue the return manifest or the old-part list first',
  'manifest.methodMissing': 'Choose how it is shipped',
  'manifest.carrierMissing': 'Enter the carrier',
  'manifest.waybillMissing': 'Enter the waybill number, or choose “own delivery”',
  'manifest.boxLabelsMissing': 'Print the box labels and stick them on first',
  'manifest.receivedAtMissing': 'Enter when the manufacturer received it',
  'manifest.boxesReceivedMissing': 'Enter how many boxes the manufacturer received',
  'manifest.differenceUnexplained': '{received} boxes received, {sent} sent; explain the difference and contact the manufacturer at once',
  'manifest.notJudged': 'Old part {labelNo} ({part}) has not been judged',
  'manifest.appealOpen': 'An appeal is open; the manifest cannot be closed',
  'manifest.carrierHasIt': 'The goods are under way; withdraw only after the carrier has brought them back',
} satisfies Record<keyof typeof manifestSentences, string>
