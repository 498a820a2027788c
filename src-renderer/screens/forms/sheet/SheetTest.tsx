import { useState } from 'react'
import type { MakerSheet } from '#domain/maker-sheet'
import { type PaperLook, plainLook } from '#domain/paper-stock'
import { useApiQuery } from '../../../api.ts'
import { PaperChoice } from '../../../frame/print/PaperChoice.tsx'
import { usePrinting } from '../../../frame/print/use-printing.ts'
import { useText } from '../../../messages/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PdfPreview } from '../../../ui/PdfPreview.tsx'
import { Loading } from '../../../ui/Progress.tsx'

/** The sheet as it comes out of the printer, filled with a made-up case; onto printed stock the data only. */
export function SheetTest({ manufacturerId, sheet, onClose }: { readonly manufacturerId: number; readonly sheet: MakerSheet; readonly onClose: () => void }) {
  const text = useText('makerSheets')
  const seat = usePrinting('A14')
  const [chosenLook, setLook] = useState<PaperLook | null>(null)
  const options = chosenLook ?? seat?.printing.look ?? plainLook
  const { data, error } = useApiQuery('makerSheets', 'test', { manufacturerId, sheet, options }, { enabled: seat !== undefined, keepPrevious: true })
  return (
    <Dialog title={text('testTitle')} open onClose={onClose} width={900}>
      <div className="sheet-test">
        {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={options} onChange={setLook} />}
        <Notice refusal={error} />
        {!data && !error && <Loading />}
        {data && <PdfPreview fileId={data.fileId} name={`A14 ${text('test')}.pdf`} copies={data.copies} />}
      </div>
    </Dialog>
  )
}
