import { useState } from 'react'
import type { MakerSheet } from '#domain/maker-sheet'
import { useApiQuery, type ApiOutput } from '../../../api.ts'
import { dayTime } from '../../../format.ts'
import { useText } from '../../../messages/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Loading } from '../../../ui/Progress.tsx'
import { Table } from '../../../ui/Table.tsx'
import { TestedSheet } from './TestedSheet.tsx'

type Version = ApiOutput<'makerSheets', 'versions'>[number]
type Props = {
  readonly manufacturerId: number
  readonly mayEdit: boolean
  readonly onTake: (sheet: MakerSheet) => void
  readonly onClose: () => void
}

/** Every version of the sheet as it prints; one of them is taken to be changed and saved as the next. Papers keep the one they were issued on. */
export function SheetVersions({ manufacturerId, mayEdit, onTake, onClose }: Props) {
  const text = useText('makerSheets')
  const { data: versions, error } = useApiQuery('makerSheets', 'versions', { manufacturerId })
  const [wanted, setWanted] = useState<number | null>(null)
  const version = wanted ?? versions?.[0]?.version ?? 0
  const { data: sheet, error: lost } = useApiQuery(
    'makerSheets',
    'versionOf',
    { manufacturerId, version },
    { enabled: version > 0, keepPrevious: true },
  )
  // the cursor goes to the first row, so the rows come with the dialog
  if (versions === undefined && error === null) return null
  const take = () => {
    if (sheet !== undefined) onTake(sheet)
  }
  return (
    <Dialog
      title={text('versions')}
      open
      onClose={onClose}
      width={Math.min(1080, window.innerWidth - 64)}
      {...(mayEdit && { act: { word: text('takeVersion', { version }), run: take, disabled: sheet === undefined } })}
    >
      <p className="muted">{text('versionsHint')}</p>
      <Notice refusal={error ?? lost} />
      <div className="sheet-versions">
        <div data-first>
          <Table<Version>
            label={text('versions')}
            rows={versions ?? []}
            rowKey={(row) => row.version}
            empty={text('noVersion')}
            chosenKey={version}
            onCurrent={(row) => setWanted(row.version)}
            columns={[
              { key: 'version', title: text('versionNo'), width: 80, render: (row) => row.version },
              { key: 'at', title: text('savedAt'), width: 140, render: (row) => dayTime(row.savedAt) },
              { key: 'by', title: text('savedBy'), render: (row) => row.savedBy },
              { key: 'fields', title: text('fields'), width: 72, right: true, render: (row) => row.fields },
            ]}
          />
        </div>
        {sheet === undefined ? <Loading /> : <TestedSheet manufacturerId={manufacturerId} sheet={sheet} beside />}
      </div>
    </Dialog>
  )
}
