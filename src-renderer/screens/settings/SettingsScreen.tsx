import { useNavigate, useSearchParams } from 'react-router'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { Message } from '../../ui/Notice.tsx'
import { Page, Toolbar } from '../../ui/Page.tsx'
import { AppearancePart } from './AppearancePart.tsx'
import { BackupsPart } from './BackupsPart.tsx'
import { NumbersPart } from './NumbersPart.tsx'
import { PeoplePart } from './PeoplePart.tsx'
import { StationPart } from './StationPart.tsx'
import './settings.css'

const parts = ['station', 'people', 'numbers', 'backups', 'appearance'] as const
type Part = (typeof parts)[number]

/** One part at a time: `?part=people`. */
export function SettingsScreen() {
  const text = useText('settings')
  const navigate = useNavigate()
  const mayManage = useMay('manageStation')
  const [search, setSearch] = useSearchParams()
  const part: Part = parts.find((each) => each === search.get('part')) ?? 'station'
  return (
    <Page title={text('title')}>
      <Toolbar actions={<Button onClick={() => void navigate('/import')}>{text('goImport')}</Button>}>
        <Views label={text('title')} value={part} onChange={(next) => setSearch({ part: next }, { replace: true })} views={parts.map((value) => ({ value, label: text(value) }))} />
      </Toolbar>
      {!mayManage && part !== 'backups' && part !== 'appearance' && <Message tone="wait">{text('mayNot')}</Message>}
      {part === 'station' && <StationPart />}
      {part === 'people' && <PeoplePart />}
      {part === 'numbers' && <NumbersPart />}
      {part === 'backups' && <BackupsPart />}
      {part === 'appearance' && <AppearancePart />}
    </Page>
  )
}
