type Kind = 'batch' | 'claim' | 'formWords' | 'makerSheet' | 'manifest' | 'unit'
/** A record two seats may change, by what it is. */
type RecordName = `${Kind}:${string | number}`

/** What this seat changed: of a record's revisions, which count up by one, those after `from` up to `to` were made here. */
const own = new Map<RecordName, { readonly from: number; readonly to: number }>()

export function tookRevision(record: RecordName, revision: number): void {
  const before = own.get(record)
  own.set(record, { from: before?.to === revision - 1 ? before.from : revision - 1, to: revision })
}

/**
 * A command on a record seen at a revision. What this seat itself did to it since is not another seat's change, so a
 * command right behind another is not refused because the record as changed is still on its way. Where somebody else
 * came between, the revision that was seen stays and the conflict is said.
 */
export async function atRevision<A extends { readonly revision: number }>(
  record: RecordName,
  seen: number,
  act: (revision: number) => Promise<A | null>,
): Promise<A | null> {
  const made = own.get(record)
  const answer = await act(made !== undefined && made.from <= seen && seen < made.to ? made.to : seen)
  if (answer === null) own.delete(record)
  else tookRevision(record, answer.revision)
  return answer
}
