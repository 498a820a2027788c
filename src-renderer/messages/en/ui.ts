import type { ui as zh } from '../zh/ui.ts'

export const ui = {
  required: 'Required', dayShape: 'yyyy-mm-dd', timeShape: 'hh:mm', notADay: 'Write the date as 2026-11-21 or 20261121', notATime: 'Write the time as 14:05 or 1405', notANumber: 'Digits only', notMoney: 'Write the amount as 1234.50, at most two decimals',
  tooLong: 'At most {max} [character|characters], now {now}', tooMany: 'At most {max}', tooFew: 'At least {min}', tooShort: 'At least {min} [character|characters]', wrongForm: 'Wrong format', choose: 'Choose',
  frozenGroup: 'Fixed by {number}', frozenBy: 'Frozen by paper {number}', calendar: 'Open calendar', clear: 'Clear', noHit: 'Nothing found for “{text}”', takeAsTyped: 'Not in catalogue: {text}',
  keepTyping: 'Type a code, a name or pinyin initials', yes: 'Yes', no: 'No', close: 'Close', cancel: 'Cancel', confirm: 'OK', save: 'Save', retry: 'Try again', edit: 'Edit', back: 'Back',
  reason: 'Reason', reasonHint: 'At least 2 characters; it is recorded', loading: 'Loading…', jump: 'Go there', stillMissing: 'Missing', warnings: 'Notes',
  nextStep: 'Next step', nothingMissing: 'Ready', rowsOf: '{from}–{to} / {total}', rowsNone: '0 rows', total: 'Total', chosen: '{count} chosen', columns: 'Columns',
  columnsReset: 'Default columns', searchRows: 'Filter this list', empty: 'Nothing here yet', emptyText: 'Nothing matches “{text}”', emptyTextHint: 'Try another word or clear the filter',
  copied: 'Copied', addLine: 'Add a line', removeLine: 'Remove this line', line: 'Line {line}', noLines: 'No lines yet: press Enter or “Add a line”', page: 'Page {page} of {pages}',
  zoomIn: 'Zoom in', zoomOut: 'Zoom out', fitWidth: 'Fit width', print: 'Print', download: 'Download', copy: 'Copy', preview: 'Preview', pdfFailed: 'No preview: {reason}', chooseFile: 'Choose a file',
  dropFile: 'Drop the file here or click to choose', wrongFile: 'Only {kinds} files', progress: 'Progress', stopWork: 'Stop', optional: 'Optional', more: 'More', person: 'people',
  copyNumber: 'Copy number', newest: 'Newest', step: 'Step', done: 'Done', now: 'Now', ahead: 'Ahead', sections: 'Sections of this page', unsaved: 'Not saved', draftKept: 'Draft kept {time}',
  timePart: 'time', problemStop: 'Blocked', problemWarn: 'Note', ok: 'Passed', wait: 'Waiting',
  showMore: '{shown} of {total} shown, show more', changedElsewhere: 'Another seat has just changed this. What you typed is still here.', takeTheirs: 'Take the newest', keepMine: 'Keep mine', draftRestored: 'Unsaved entries of {time} are back', dropDraft: 'Drop them',
  dueLate: '{days} [day|days] late', dueToday: 'due today', dueLeft: '{days} [day|days] left',
  newRow: 'New row', notHours: 'A number with at most two decimals, such as 1.5', notAWhole: 'A whole number', recordSaved: 'Saved “{name}”', recordRetired: '“{name}” is retired and no longer offered', undo: 'Undo', rowKeys: '↑↓←→ move · F2, Enter or typing edits · Tab next cell · Ctrl+Enter saves (so does leaving the row) · Esc takes back · Ctrl+Z undoes · Ctrl+Delete deletes', bothSides: '{field}: now “{theirs}”, you typed “{mine}”', saveMine: 'Save mine', takeBack: 'Take back',
} satisfies Record<keyof typeof zh, string>
