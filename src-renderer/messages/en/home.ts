import type { home as zh } from '../zh/home.ts'

export const home = {
  title: 'Home', duties: 'Duties today', tasks: 'Due tasks', awaitingParts: 'Awaiting parts', oldPartsLate: 'Old parts soon late', toClaim: 'To claim', toReceive: 'Money to come', oldest: 'oldest {day}', none: 'none', today: 'Tasks', mine: 'Mine', everyone: 'Whole station', noTasks: 'Nothing is due today', noTasksHint: 'New deadlines appear here by themselves',
  due: 'Due', lane: 'Warranty money', laneHint: 'Where every amount stands now', orders: '{count} orders', open: 'Open', emptyTitle: 'Three steps to begin', step1: 'Check the station and manufacturer', step1Hint: 'Names, phones and headings are printed on every paper', step2: 'Import or enter parts and customers', step2Hint: 'Take the template, fill it in, import it; or enter them as you work', step3: 'Take in the first vehicle', step3Hint: 'Type the plate or frame number; a new vehicle is registered on the spot',
  goSettings: 'Open settings', goImport: 'Open import', goOrder: 'New work order', laneUnclaimed: 'Done, not claimed', laneClaimed: 'Claimed', laneDisputed: 'Disputed', laneApproved: 'Approved', laneSettled: 'Settled', laneReceived: 'Received', waiting: 'To claim', batches: 'Batches', money: 'Money', laneNone: 'No warranty amounts yet', overdue: 'Overdue', dueSoon: 'Due soon', normal: 'In time',
} satisfies Record<keyof typeof zh, string>
