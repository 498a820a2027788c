import type { ComponentType } from 'react'
import { useSearchParams } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Message } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { AboutPart } from './AboutPart.tsx'
import { AppearancePart } from './AppearancePart.tsx'
import { BackupsPart } from './BackupsPart.tsx'
import { NumbersPart } from './NumbersPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { PrintingPart } from './PrintingPart.tsx'
import { SamplesPart } from './SamplesPart.tsx'
import { SeatsPart } from './SeatsPart.tsx'
import { StationPart } from './StationPart.tsx'
import './settings.css'

type Part = { readonly Part: ComponentType; /** what is there is the chief's to change */ readonly chief: boolean }

const parts = {
  station: { Part: StationPart, chief: true },
  people: { Part: PeoplePart, chief: true },
  numbers: { Part: NumbersPart, chief: true },
  printing: { Part: PrintingPart, chief: false },
  backups: { Part: BackupsPart, chief: false },
  seats: { Part: SeatsPart, chief: false },
  appearance: { Part: AppearancePart, chief: false },
  samples: { Part: SamplesPart, chief: true },
  about: { Part: AboutPart, chief: false },
} as const satisfies Record<string, Part>
type PartName = keyof typeof parts
const names = Object.keys(parts) as PartName[]

/** One part at a time: `?part=people`. */
export function SettingsScreen() {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const [search, setSearch] = useSearchParams()
  const name = names.find((each) => each === search.get('part')) ?? 'station'
  const { Part, chief } = parts[name]
  return (
    <Page title={text('title')}>
      <div className="settings">
        <nav className="settings-parts" aria-label={text('parts')}>
          {names.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === name ? 'page' : undefined}
              onClick={() => setSearch({ part: each }, { replace: true })}
            >
              {text(each)}
            </button>
          ))}
        </nav>
        <div className="settings-part">
          {chief && !mayManage && <Message tone="wait">{text('mayNot')}</Message>}
          <Part key={name} />
        </div>
      </div>
    </Page>
  )
}
