import type { makerSheets as zh } from '../zh/maker-sheets.ts'

export const makerSheets = {
  title: 'Manufacturer’s sheet', open: 'Background and fields', look: 'See background and fields', standard: 'This manufacturer has no sheet of its own yet; the plain one is printed.', noVersion: 'Not saved yet', version: 'Version {version} · {by} {at}',
  hint: 'Arrows move 1 mm, Shift 0.1 mm, Ctrl resizes, Del deletes, Enter edits', save: 'Save version', add: 'Add field', undo: 'Undo', redo: 'Redo', test: 'Trial print', testTitle: 'Trial print with a made-up case',
  fields: 'Fields', none: 'No field yet: “Add field” places the first', fieldOf: 'Field {place}', remove: 'Delete', source: 'Prints', free: 'Typed each time', fixed: 'Fixed text', question: 'What is asked', words: 'Text',
  x: 'From left', y: 'From top', width: 'Width', height: 'Height', size: 'Size', align: 'Align', 'align.left': 'Left', 'align.centre': 'Centre', 'align.right': 'Right', moveHint: 'Drag, or move with the arrows',
  background: 'Background', noBackground: 'Remove', pick: 'Choose a PDF, PNG or JPEG', reading: 'Reading…', page: 'Page used (of {pages})', paperWidth: 'Paper width', paperHeight: 'Paper height', paperOf: 'Paper {width} × {height} mm',
  versions: 'Versions', versionsHint: 'Arrows show each version as it prints; the one taken goes into the editor and is saved as a new version. Papers issued keep theirs.', versionNo: 'Version', savedAt: 'Saved', savedBy: 'By', takeVersion: 'Take version {version}',
  leaveTitle: 'Leave without saving?', leave: 'Leave', leaveHint: 'The changes are not saved as a version and will be lost.',
} satisfies Record<keyof typeof zh, string>
