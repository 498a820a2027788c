import { useState, type FormEvent } from 'react'
import { useText } from '../../messages/index.ts'
import { pair } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'
import { Message } from '../../ui/Notice.tsx'
import { GateCard } from './GateCard.tsx'

/** A browser the host does not know: the one-time code shown on the host lets it in. */
export function PairScreen({ onPaired }: { readonly onPaired: () => void }) {
  const text = useText('frame')
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const accepted = await pair(code.trim())
    setRefused(!accepted)
    if (accepted) onPaired()
  }
  return (
    <GateCard title={text('unpaired')} hint={text('pairHint')}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <label className="field-label" htmlFor="pair-code">
          {text('pairCode')}
        </label>
        <TextInput id="pair-code" value={code} onChange={setCode} autoFocus mono />
        {refused && <Message tone="stop">{text('pairRefused')}</Message>}
        <div>
          <Button kind="primary" submit disabled={code.trim() === ''}>
            {text('pair')}
          </Button>
        </div>
      </form>
    </GateCard>
  )
}
