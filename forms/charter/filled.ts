/** The forms of the manufacturer's charter (domain.md §1.3). */
export const charterEntries = {} as const
