import { useText } from '../../messages/index.ts'
import { TickInput } from '../../ui/fields/inputs.tsx'
import { useRetired } from './shared-columns.ts'

/** 含停用, beside the search; lists ask `useRetired` for what is ticked. */
export function RetiredTick() {
  const text = useText('catalogue')
  const [retired, setRetired] = useRetired()
  return (
    <TickInput value={retired} onChange={setRetired}>
      {text('withInactive')}
    </TickInput>
  )
}
