/** Blocks and cells of forms that a copy may leave out, by the names the definitions give them (domain.md §0.4). */
export const hideableNames = ['money', 'parts', 'labour', 'outing', 'counts'] as const
export type HideableName = (typeof hideableNames)[number]

/** The colours of copies as they are bought (domain.md §0.4). */
export const stripeNames = ['white', 'pink', 'yellow', 'blue', 'green'] as const
