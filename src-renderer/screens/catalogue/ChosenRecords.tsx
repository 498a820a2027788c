import { useState } from 'react'
import { retirableLists, type CatalogueList } from '#domain/catalogue'
import { useApiCommand } from '../../api.ts'
import { count } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import type { Chosen } from '../../ui/grid/use-chosen.ts'
import { Notice } from '../../ui/Notice.tsx'

type Props = {
  readonly list: CatalogueList
  readonly chosen: Chosen<{ readonly id: number }>
  /** what was retired or brought back, at its new revision */
  readonly onChanged: (rows: readonly { readonly id: number; readonly revision: number; readonly active: boolean }[]) => void
}

/** Which of the chosen are in use, or are not; of more than are looked at one by one all may be. */
function standing({ ids, rows }: Props['chosen'], active: boolean): readonly number[] {
  return rows?.filter((row) => 'active' in row && row.active === active).map(({ id }) => id) ?? ids
}

/** 停用 and 恢复 for the chosen records together, with the way back. */
export function ChosenRecords({ list, chosen, onChanged }: Props) {
  const text = useText('catalogue')
  const ui = useText('ui')
  const change = useApiCommand('catalogue', 'setInUse')
  const [done, setDone] = useState<{ readonly ids: readonly number[]; readonly active: boolean } | null>(null)
  const retirable = retirableLists.find((each) => each === list)
  if (retirable === undefined) return null
  const set = async (ids: readonly number[], active: boolean) => {
    const answer = await change.run({ list: retirable, ids: [...ids], active })
    if (answer === null) return
    setDone({ ids: answer.changed.map(({ id }) => id), active })
    onChanged(answer.changed.map((row) => ({ ...row, active })))
  }
  const act = (active: boolean, word: 'retireOf' | 'bringBackOf') => {
    const ids = standing(chosen, !active)
    return (
      ids.length > 0 && (
        <Button size="small" running={change.running} onClick={() => set(ids, active)}>
          {text(word, { count: count(ids.length) })}
        </Button>
      )
    )
  }
  return (
    <>
      {act(false, 'retireOf')}
      {act(true, 'bringBackOf')}
      <span role="status" className="tone-ok">
        {done !== null && `✓ ${text(done.active ? 'broughtBackOf' : 'retiredOf', { count: count(done.ids.length) })}`}
      </span>
      {done !== null && done.ids.length > 0 && (
        <button type="button" className="link-quiet" onClick={() => void set(done.ids, !done.active)}>
          {ui('undo')}
        </button>
      )}
      <Notice refusal={change.refusal} onClose={change.clear} />
    </>
  )
}
