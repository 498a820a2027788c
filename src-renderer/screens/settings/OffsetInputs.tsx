import { mostOffset, type Offset } from '#domain/paper-stock'
import { useText } from '../../messages/index.ts'
import { NumberInput } from '../../ui/fields/inputs.tsx'

/** Typed in mm, kept in mm; the input itself counts hundredths. */
const hundredth = 100
const parts = ['x', 'y', 'drift'] as const

type Props = { readonly label: string; readonly offset: Offset; readonly onChange: (offset: Offset) => void }

/** Right, down, and further down with each sheet. */
export function OffsetInputs({ label, offset, onChange }: Props) {
  const text = useText('settings')
  return (
    <span className="offset-inputs">
      {parts.map((part) => (
        <label key={part} className="offset-input" title={text(`${part}Hint`)}>
          <span className="muted small">{text(part)}</span>
          <NumberInput
            aria-label={`${label} ${text(`${part}Hint`)}`}
            factor={hundredth}
            value={Math.round(offset[part] * hundredth)}
            onChange={(value) =>
              onChange({ ...offset, [part]: Math.min(mostOffset[part], Math.max(-mostOffset[part], (value ?? 0) / hundredth)) })
            }
          />
        </label>
      ))}
    </span>
  )
}
