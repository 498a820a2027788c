import type { listsSentences } from '#domain/sentences/lists'

export const listsEn = {
  'views.nameTaken': 'There is already a view named “{name}”; choose another name, or open that one and update it',
  'views.tooMany': 'A list keeps at most {most} [view|views]; delete one that is no longer used',
  'lists.exportStopped': 'The export was stopped and no file was written; try again when you need it',
  'lists.exportEmpty': 'There is no row to export; widen the filter first',
  'lists.exportTooLong': '{rows} [row matches|rows match] and a sheet holds at most {most}; narrow the filter first',
  'lists.chooseTooMany': '{rows} [row matches|rows match] and at most {most} can be chosen at once; narrow the filter first',
  'lists.unknownList': 'There is no list named “{name}”',
} satisfies Record<keyof typeof listsSentences, string>
