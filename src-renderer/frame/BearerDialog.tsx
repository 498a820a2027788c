import { useState } from 'react'
import { bearer as bearerWords, codesOf, type Bearer } from '#domain/words'
import { ReasonDialog, type ReasonProps } from '../ui/Dialog.tsx'
import { WordInput } from '../ui/fields/SelectInput.tsx'

type Props = Omit<ReasonProps, 'open' | 'onReason' | 'children' | 'after'> & {
  readonly hint: string
  /** who bears what */ readonly label: string
  readonly onBorne: (reason: string, bearer: Bearer) => unknown
}

/** What the maker no longer pays, and which of the two at the station bears it instead (domain.md §3.3, §3.4). */
export function BearerDialog({ hint, label, onBorne, ...dialog }: Props) {
  const [bearer, setBearer] = useState<Bearer>('station')
  return (
    <ReasonDialog
      {...dialog}
      open
      onReason={(reason) => onBorne(reason, bearer)}
      after={
        <div>
          <label className="field-label" htmlFor="bearer">
            {label}
          </label>
          <WordInput<Bearer>
            id="bearer"
            table="bearer"
            codes={codesOf(bearerWords)}
            value={bearer}
            onChange={(next) => setBearer(next ?? bearer)}
          />
        </div>
      }
    >
      <p className="muted">{hint}</p>
    </ReasonDialog>
  )
}
