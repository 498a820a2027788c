type Kind = 'batch' | 'formWords' | 'makerSheet' | 'manifest' | 'unit'
/** A record two seats may change, by what it is. */
type RecordName = `${Kind}:${string | number}`

/** The record this seat changed last: of its revisions, which count up by one, those after `from` up to `to` were made here. */
let own: { readonly record: RecordName; readonly from: number; readonly to: number } | null = null

export function tookRevision(record: RecordName, revision: number): void {
  own = { record, from: own?.record === record && own.to === revision - 1 ? own.from : revision - 1, to: revision }
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
  const answer = await act(own?.record === record && own.from <= seen && seen < own.to ? own.to : seen)
  if (answer === null) own = null
  else tookRevision(record, answer.revision)
  return answer
}
