import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { formIds, isFilledForm, type FormId } from '#domain/form-ids'
import { announce, useApiCommand } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { useAppearance } from '../../theme/appearance.ts'
import { shownCombo } from '../../ui/hotkeys.ts'
import { useAppearanceChoice } from '../appearance-choice.ts'
import { items, pageKey } from '../Navigation.tsx'
import { useMay } from '../session.ts'

/** `letters`: pinyin initials, so that `xgd` finds 新工单 under any language. `detail`: where it is, or the code it is known by. `hint`: its key. `asks`: what must be confirmed first. */
export type Command = {
  readonly key: string
  readonly kind: 'command' | 'page' | 'setting' | 'form'
  readonly title: string
  readonly letters: string
  readonly detail: string
  readonly hint: string
  readonly asks: string | null
  readonly run: () => void
}

const pageLetters: Readonly<Record<(typeof items)[number]['key'], string>> = {
  home: 'gzt',
  workOrders: 'gd',
  requests: 'qy',
  oldParts: 'jj',
  claims: 'sp',
  customers: 'kh',
  papers: 'dj',
  forms: 'bdzx',
  catalogue: 'zl',
  settings: 'sz',
}
const settingLetters = {
  station: 'bz',
  people: 'yhyjs',
  numbers: 'bh',
  printing: 'dyyzz',
  backups: 'bf',
  seats: 'xw',
  appearance: 'wg',
  samples: 'slsj',
  about: 'gy',
} as const
const listLetters = {
  parts: 'lj',
  prices: 'jgb',
  labour: 'gs',
  faults: 'gzdm',
  models: 'cx',
  manufacturers: 'cf',
  policies: 'sbzc',
  technicians: 'js',
  outlets: 'wd',
  holidays: 'jjr',
} as const
/** Of the forms most asked for; any form is found by its number and its name. */
const formLetters: Partial<Record<FormId, string>> = {
  F13: 'jdgxsqd',
  F15: 'pjqyd',
  F16: 'bxzypz',
  F17: 'jjmxb',
  F19: 'sphzb',
  F27: 'jjbsq',
  F30: 'gzbq',
  F31: 'fcqd',
}

type Sheets = { readonly onKeys: () => void; readonly onHelp: () => void }

/** Everything the finder can do or open that is no record. */
export function useCommands({ onKeys, onHelp }: Sheets): readonly Command[] {
  const acts = useActs({ onKeys, onHelp })
  const places = usePlaces()
  return useMemo(() => [...acts, ...places], [acts, places])
}

function useActs({ onKeys, onHelp }: Sheets): readonly Command[] {
  const text = useText('frame')
  const navigate = useNavigate()
  const [mayOpen, mayEdit, mayImport] = [useMay('openWorkOrder'), useMay('editCustomer'), useMay('importData')]
  const { mode, appearance } = useAppearance()
  const choose = useAppearanceChoice()
  const { run: backUp } = useApiCommand('backups', 'make')
  const { run: signOut } = useApiCommand('session', 'signOut')
  return useMemo(() => {
    const act = (key: string, title: string, letters: string, run: () => void, hint = '', asks: string | null = null): Command => ({
      key,
      kind: 'command',
      title,
      letters,
      detail: '',
      hint,
      asks,
      run,
    })
    return [
      ...(mayOpen ? [act('newOrder', text('newOrder'), 'xgd', () => void navigate('/work-orders/new'), shownCombo('Ctrl+N'))] : []),
      ...(mayEdit
        ? [
            act('newCustomer', text('newCustomer'), 'xkh', () => void navigate('/customers/new')),
            act('doubles', text('findDoubles'), 'yscf', () => void navigate('/customers?view=doubles')),
          ]
        : []),
      ...(mayImport ? [act('import', text('import'), 'dr', () => void navigate('/import'))] : []),
      act('backUp', text('backUpNow'), 'ljbf', () => void backUp({})),
      act('theme', text(mode === 'dark' ? 'toLight' : 'toDark'), 'qhzt', () => choose({ mode: mode === 'dark' ? 'light' : 'dark' })),
      act('language', text(appearance.language === 'zh' ? 'toEnglish' : 'toChinese'), 'qhyy', () =>
        choose({ language: appearance.language === 'zh' ? 'en' : 'zh' }),
      ),
      act('density', text(appearance.density === 'dense' ? 'toComfortable' : 'toDense'), 'qhhj', () =>
        choose({ density: appearance.density === 'dense' ? 'comfortable' : 'dense' }),
      ),
      act('keys', text('keys'), 'kjj', onKeys, '?'),
      act('help', text('help'), 'bz', onHelp, 'F1'),
      act(
        'switchUser',
        text('switchUser'),
        'hr',
        () =>
          void signOut({}).then((done) => {
            if (done !== null) announce(['*'])
          }),
        '',
        text('switchUserAsks'),
      ),
    ]
  }, [text, navigate, mayOpen, mayEdit, mayImport, mode, appearance, choose, backUp, signOut, onKeys, onHelp])
}

function usePlaces(): readonly Command[] {
  const text = useText('frame')
  const setting = useText('settings')
  const formName = useText('formNames')
  const register = useText('numbers')
  const papers = useText('papers')
  const catalogue = useText('catalogue')
  const navigate = useNavigate()
  return useMemo(() => {
    const place = (kind: Command['kind'], key: string, title: string, letters: string, to: string, hint = '', detail = ''): Command => ({
      key: `${kind}-${key}`,
      kind,
      title,
      letters,
      detail,
      hint,
      asks: null,
      run: () => void navigate(to),
    })
    const settings = ['station', 'people', 'numbers', 'printing', 'backups', 'seats', 'appearance', 'samples', 'about'] as const
    const lists = [
      'parts',
      'prices',
      'labour',
      'faults',
      'models',
      'manufacturers',
      'policies',
      'technicians',
      'outlets',
      'holidays',
    ] as const
    return [
      ...items.map(({ key, to }, index) => place('page', key, text(key), pageLetters[key], to, pageKey(index))),
      place('page', 'register', register('title'), 'djdjb', '/register'),
      place('page', 'period', papers('period'), 'aqjdy', '/papers?print=period'),
      ...lists.map((list) =>
        place('page', `list-${list}`, catalogue(`list.${list}`), listLetters[list], `/catalogue?view=${list}`, '', text('catalogue')),
      ),
      ...settings.map((part) => place('setting', part, setting(part), settingLetters[part], `/settings?part=${part}`)),
      ...formIds.map((form) =>
        place(
          'form',
          form,
          `${form} ${formName(form)}`,
          formLetters[form] ?? '',
          isFilledForm(form) ? `/forms/${form}` : `/papers?form=${form}`,
          '',
          codeOf(form),
        ),
      ),
    ]
  }, [text, setting, formName, register, papers, catalogue, navigate])
}

/** What the manufacturer prints on it: F16 is BD—16 (domain.md §1). */
const codeOf = (form: FormId) => (form.startsWith('F') ? `BD—${form.slice(1)}` : '')

/** People type BD16, bd-16 or BD—16. */
const bare = (code: string) => code.toLowerCase().replace(/[\s—–－-]/g, '')

/** Commands that fit what was typed; all of the first kind when nothing is. */
export function fitting(commands: readonly Command[], typed: string): readonly Command[] {
  const word = typed.trim().toLowerCase()
  if (word === '') return commands.filter(({ kind, key }) => kind === 'command' || (kind === 'page' && !key.startsWith('page-list-')))
  const code = bare(word)
  return commands.filter(
    ({ title, letters, detail, kind }) =>
      title.toLowerCase().includes(word) ||
      (letters !== '' && letters.startsWith(word)) ||
      (kind === 'form' && code.length > 2 && bare(detail).startsWith(code)),
  )
}
