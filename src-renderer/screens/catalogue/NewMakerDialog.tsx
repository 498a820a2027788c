import { useState } from 'react'
import { useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldGrid } from '../../ui/Form.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'

type Props = { readonly open: boolean; readonly onClose: () => void; readonly onMade: (id: number) => void }

/** Code and names; the rest of a manufacturer is filled in on its page. */
export function NewMakerDialog({ open, onClose, onMade }: Props) {
  const text = useText('catalogue')
  const make = useApiCommand('catalogue', 'newManufacturer')
  const [typed, setTyped] = useState({ code: '', name: '', shortName: '' })
  const run = async () => {
    const made = await make.run(typed)
    if (made === null) return
    setTyped({ code: '', name: '', shortName: '' })
    onMade(made.id)
  }
  const field = (key: keyof typeof typed, label: string, maxLength: number, hint?: string) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <TextInput
        aria-label={label}
        value={typed[key]}
        maxLength={maxLength}
        upperCase={key === 'code'}
        autoFocus={key === 'code'}
        onChange={(value) => setTyped({ ...typed, [key]: value })}
      />
      {hint !== undefined && <span className="small muted">{hint}</span>}
    </label>
  )
  return (
    <Dialog
      title={text('newMaker')}
      open={open}
      onClose={() => {
        make.clear()
        onClose()
      }}
      refusal={make.refusal}
      act={{ word: text('create'), run: () => void run(), running: make.running }}
    >
      <FieldGrid columns={1}>
        {field('code', text('makerCode'), 20, text('makerCodeHint'))}
        {field('name', text('makerName'), 60)}
        {field('shortName', text('shortName'), 30)}
      </FieldGrid>
    </Dialog>
  )
}
