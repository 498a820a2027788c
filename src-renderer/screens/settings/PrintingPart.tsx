import { useEffect, useState } from 'react'
import { readSeatPrinting, storeSeatPrinting, type SeatPrinting } from '../../frame/print/seat-printing.ts'
import { useText } from '../../messages/index.ts'
import { platform, printers, type Printer } from '../../transport.ts'
import { Views } from '../../ui/Choices.tsx'
import { FieldShell } from '../../ui/fields/FieldShell.tsx'
import { SelectInput } from '../../ui/fields/inputs.tsx'
import { Message } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'

/** How this seat prints: on label stock or four to a sheet; on the desktop, on which printer without asking. */
export function PrintingPart() {
  const text = useText('settings')
  const [printing, setPrinting] = useState(readSeatPrinting)
  const put = (part: Partial<SeatPrinting>) => {
    const next = { ...printing, ...part }
    storeSeatPrinting(next)
    setPrinting(next)
  }
  return (
    <Section id="printing" title={text('printing')} beside={text('printingHint')}>
      <div className="settings-stack">
        <div className="settings-rows">
          <span>{text('papersPrinter')}</span>
          <div>{platform === 'desktop' ? <PrinterChoice name="papers" label={text('papersPrinter')} value={printing.papers} onChange={(papers) => put({ papers })} /> : <p>{text('browserDialog')}</p>}<p className="muted small">{text('papersPaper')}</p></div>
          <span>{text('labelsPrinter')}</span>
          <div className="settings-stack">
            <Views label={text('labelStock')} value={printing.stock} onChange={(stock) => put({ stock })} views={[{ value: 'default', label: text('stockSingle') }, { value: 'sheet4', label: text('stockSheet4') }]} />
            {platform === 'desktop' && <PrinterChoice name="labels" label={text('labelsPrinter')} value={printing.labels} onChange={(labels) => put({ labels })} />}
            <p className="muted small">{text('labelsPaper')}</p>
          </div>
        </div>
        {platform === 'browser' && <Message tone="wait">{text('browserPrinting')}</Message>}
      </div>
    </Section>
  )
}

type Choice = { readonly name: string; readonly label: string; readonly value: string | null; readonly onChange: (printer: string | null) => void }

/** The printers this desk has; none chosen asks each time. */
function PrinterChoice({ name, label, value, onChange }: Choice) {
  const text = useText('settings')
  const [found, setFound] = useState<readonly Printer[] | null>(null)
  // a system that names no printers still has its dialog
  useEffect(() => { printers().then(setFound, () => setFound([])) }, [])
  const choices = (found ?? []).map((printer) => ({ value: printer.name, label: printer.displayName }))
  const known = value === null || choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: text('printerGone', { name: value }) }]
  return <FieldShell name={name} label="">{({ id }) => <SelectInput id={id} empty placeholder={text('askEachTime')} aria-label={label} value={value} onChange={onChange} choices={known} />}</FieldShell>
}
