import { useRef, useState } from 'react'
import { api, useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { tookRevision } from '../../own-changes.ts'
import { Form } from '../../ui/Form.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { NumberInput, TextInput } from '../../ui/fields/inputs.tsx'
import type { ManifestDetail } from './part-words.ts'

type Box = ManifestDetail['boxes'][number]
type Measures = Pick<Box, 'weightGrams' | 'size' | 'packing'>
type Props = { readonly manifestId: number; readonly box: Box; readonly readOnly: boolean }

/** Weight, size and packing of the open box, kept when a field is left; every scan meanwhile made a newer revision. */
export function BoxFields({ manifestId, box, readOnly }: Props) {
  const text = useText('oldParts')
  const { run, refusal, clear } = useApiCommand('manifests', 'saveBox')
  const [shown, setShown] = useState<Measures>({ weightGrams: box.weightGrams, size: box.size, packing: box.packing })
  const latest = useRef(shown)
  const put = (part: Partial<Measures>) => {
    latest.current = { ...latest.current, ...part }
    setShown(latest.current)
  }
  const keep = async () => {
    const next = { weightGrams: latest.current.weightGrams, size: latest.current.size.trim(), packing: latest.current.packing.trim() }
    if (next.weightGrams === box.weightGrams && next.size === box.size && next.packing === box.packing) return
    const { revision } = await api.manifests.get({ id: manifestId })
    const answer = await run({ id: manifestId, revision, boxNo: box.boxNo, ...next })
    if (answer !== null) tookRevision(`manifest:${manifestId}`, answer.revision)
  }
  const leave = () => void keep().catch(() => undefined)
  return (
    <Form label={text('openBox', { no: box.boxNo })}>
      <div className="box-fields">
        <label>
          <span className="muted">{text('weight')}</span>
          <NumberInput
            value={shown.weightGrams}
            factor={1000}
            suffix={text('kg')}
            disabled={readOnly}
            onChange={(weightGrams) => put({ weightGrams })}
            onBlur={leave}
          />
        </label>
        <label>
          <span className="muted">{text('size')}</span>
          <TextInput
            value={shown.size}
            maxLength={30}
            disabled={readOnly}
            placeholder={text('sizeHint')}
            onChange={(size) => put({ size })}
            onBlur={leave}
          />
        </label>
        <label>
          <span className="muted">{text('packing')}</span>
          <TextInput
            value={shown.packing}
            maxLength={20}
            disabled={readOnly}
            placeholder={text('packingHint')}
            onChange={(packing) => put({ packing })}
            onBlur={leave}
          />
        </label>
      </div>
      <Notice refusal={refusal} onClose={clear} />
    </Form>
  )
}
