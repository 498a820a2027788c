import { useState } from 'react'
import { useNavigate } from 'react-router'
import { offered } from '#domain/catalogue'
import { useMay } from '../../frame/session.ts'
import { api, useApiCommand, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectInput } from '../../ui/fields/SelectInput.tsx'

/** Opens a new manifest with one box; asks for the manufacturer only where there are several. */
export function NewManifest({ isPrimary }: { readonly isPrimary: boolean }) {
  const text = useText('oldParts')
  const navigate = useNavigate()
  const mayPack = useMay('packOldParts')
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  const { run, running, refusal } = useApiCommand('manifests', 'create')
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  if (!mayPack) return null
  const create = async (manufacturerId: number) => {
    const answer = await run({ manufacturerId })
    if (answer === null) setAsking(true)
    else void navigate(`/manifests/${answer.id}`)
  }
  const begin = async () => {
    // the key may be faster than the list
    const [first, ...others] = offered(makers ?? (await api.catalogue.manufacturers({}).catch(() => [])))
    if (first !== undefined && others.length === 0) return create(first.id)
    setChosen(first?.id ?? null)
    return setAsking(true)
  }
  return (
    <>
      <Button kind={isPrimary ? 'primary' : 'plain'} hotkey="Ctrl+N" running={running} onClick={begin}>
        {text('newManifest')}
      </Button>
      {asking && (
        <Dialog
          title={text('newManifest')}
          open
          onClose={() => setAsking(false)}
          refusal={refusal}
          act={{ word: text('newManifest'), running, disabled: chosen === null, run: () => (chosen === null ? undefined : create(chosen)) }}
        >
          <label className="field-label" htmlFor="maker">
            {text('chooseMaker')}
          </label>
          <SelectInput
            id="maker"
            value={chosen}
            onChange={setChosen}
            choices={offered(makers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            autoFocus
          />
        </Dialog>
      )}
    </>
  )
}
