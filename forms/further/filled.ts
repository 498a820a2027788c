/** Forms named in the running text of the sources or required by the process (domain.md §1.4). */
export const furtherEntries = {} as const
