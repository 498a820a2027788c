import type { Role } from './words.ts'

/**
 * Who may do what: one table drives the router, the command line and the buttons. Deny by default.
 * Source: reliability.md E.2 reduced to the five roles of settled.md 18.
 */
const everyone: readonly Role[] = ['reception', 'technician', 'partsKeeper', 'claimClerk', 'chief']

export const actions = {
  view: everyone,
  saveDraft: everyone,
  editCustomer: ['reception', 'chief'],
  openWorkOrder: ['reception', 'chief'],
  dispatchWork: ['reception', 'chief'],
  diagnose: ['technician', 'chief'],
  editWorkLines: ['technician', 'partsKeeper', 'chief'],
  finishWork: ['technician', 'chief'],
  inspectWork: ['technician', 'chief'],
  issueVoucher: ['reception', 'claimClerk', 'chief'],
  deliver: ['reception', 'chief'],
  closeWorkOrder: ['claimClerk', 'chief'],
  cancelWorkOrder: ['reception', 'chief'],
  overrideEligibility: ['chief'],
  requestExchange: ['chief'],
  editRequest: ['technician', 'partsKeeper', 'claimClerk', 'chief'],
  sendRequest: ['partsKeeper', 'claimClerk', 'chief'],
  receiveParts: ['partsKeeper', 'chief'],
  collectOldPart: ['technician', 'partsKeeper', 'chief'],
  exemptOldPart: ['chief'],
  labelOldPart: ['technician', 'partsKeeper', 'claimClerk', 'chief'],
  packOldParts: ['partsKeeper', 'claimClerk', 'chief'],
  shipOldParts: ['claimClerk', 'chief'],
  editClaim: ['claimClerk', 'chief'],
  voidClaim: ['chief'],
  sealBatch: ['claimClerk', 'chief'],
  confirmBatch: ['claimClerk', 'chief'],
  printPaper: everyone,
  fillForm: everyone,
  voidPaper: ['chief'],
  reserveNumbers: ['reception', 'partsKeeper', 'claimClerk', 'chief'],
  importData: ['claimClerk', 'chief'],
  editParts: ['partsKeeper', 'claimClerk', 'chief'],
  editCatalogue: ['claimClerk', 'chief'],
  manageStation: ['chief'],
  backUp: everyone,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof actions

/** Who has the right, for the word to those who have it not. */
export function rolesFor(action: Action): readonly Role[] {
  return actions[action]
}

export function mayDo(role: Role, action: Action): boolean {
  return rolesFor(action).includes(role)
}
