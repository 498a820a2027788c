import type { Role } from '#domain/words'

export type HomeCard = 'orders' | 'faults' | 'oldParts' | 'reports' | 'backup'

/** What stands beside the work, by role; the same parts for everyone, in the order they matter. */
export const homeLayout: Readonly<Record<Role, { readonly lane: boolean; readonly cards: readonly HomeCard[] }>> = {
  reception: { lane: false, cards: ['orders', 'faults', 'backup'] },
  technician: { lane: false, cards: ['faults', 'orders', 'oldParts'] },
  partsKeeper: { lane: false, cards: ['oldParts', 'reports', 'faults', 'orders', 'backup'] },
  claimClerk: { lane: true, cards: ['reports', 'oldParts', 'orders', 'faults', 'backup'] },
  chief: { lane: true, cards: ['orders', 'faults', 'oldParts', 'reports', 'backup'] },
}
