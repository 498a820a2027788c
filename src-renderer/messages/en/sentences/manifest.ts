import type { manifestSentences } from '#domain/sentences/manifest'

export const manifestEn = {
  'manifest.noBoxes': 'The manifest has no boxes yet; pack first',
  'manifest.boxEmpty': 'Box {boxNo} is empty; pack old parts or delete the box',
  'manifest.notPacked': 'Old part {labelNo} ({part}) is not packed; pack it first',
  'manifest.packerMissing': 'Enter who packed',
  'manifest.paperMissing': 'Issue the return manifest or the old-part list first',
  'manifest.methodMissing': 'Choose how it is shipped',
  'manifest.carrierMissing': 'Enter the carrier',
  'manifest.waybillMissing': 'Enter the waybill number, or choose “own delivery”',
  'manifest.boxLabelsMissing': 'Print the box labels and stick them on first',
  'manifest.receivedAtMissing': 'Enter when the manufacturer received it',
  'manifest.boxesReceivedMissing': 'Enter how many boxes the manufacturer received',
  'manifest.differenceUnexplained':
    '{received} [box|boxes] received, {sent} sent; explain the difference and contact the manufacturer at once',
  'manifest.notJudged': '{count} old [part has|parts have] not been judged, e.g. {labelNo} ({part}); enter their verdicts first',
  'manifest.appealOpen': 'An appeal is open; the manifest cannot be closed',
  'manifest.carrierHasIt': 'The goods are under way; withdraw only after the carrier has brought them back',
  'manifest.fixed': 'Manifest {no} is sealed; its boxes cannot change. Withdraw it and make a new one',
  'manifest.notYet': '“{event}” is not possible yet; complete the following first',
  'manifest.unknownLabel': 'No returned part has label {labelNo}; check whether it is a label of this station',
  'manifest.otherStation':
    '{labelNo} is a label of station {station}, not of this one; it was not packed. Put it aside and return it to that station',
  'manifest.otherMaker':
    '{labelNo} ({part}) belongs to another manufacturer and cannot go into this manifest; pack it into that manufacturer’s own',
  'manifest.twice':
    '{labelNo} ({part}) is already in box {boxNo}; it was not packed again. To change the box, take it out of that one first',
  'manifest.packed': '{labelNo} ({part}) packed into box {boxNo}',
  'manifest.boxNotEmpty': 'Box {boxNo} still holds returned parts; unpack it first',
} satisfies Record<keyof typeof manifestSentences, string>
