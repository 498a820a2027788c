import type { stationSentences } from '#domain/sentences/station'

export const stationEn = {
  'station.lastChief': 'At least one active chief must remain. Name another chief first.',
  'station.codeTaken': 'The {what} code “{code}” is used by “{name}”. Choose another.',
  'station.staffCodeTaken': 'The staff number “{code}” is that of “{name}”. Choose another.',
  'station.newUserNeedsPin': 'Give the new person a PIN of 4 to 8 digits.',
  'station.patternLocked':
    'Numbers of “{form}” have been given out; the pattern cannot change any more, or it would not match printed papers.',
  'station.unknownForm': 'There is no numbered item “{form}”. Choose one from the list.',
  'station.unknownRef': 'The founding data are not right: {what} “{code}” is not in the list.',
  'station.nameTaken': 'There is a user called “{name}” already ({code}); add something to tell them apart, e.g. “{name} (2)”',
  'station.codeInUse': 'The station code “{code}” stands in numbers already given and cannot be changed',
  'station.samplesThere': 'The sample catalogue is at this station already',
  'station.samplesGone': 'There is no sample catalogue at this station; nothing needs to be taken away',
  'station.makerInUse': 'Manufacturer “{name}” has documents; its code cannot change any more.',
} satisfies Record<keyof typeof stationSentences, string>
