/** The forms of the appliance chain (domain.md §1.2). */
export const applianceEntries = {} as const
