import { useText } from '../../messages/index.ts'
import { useMemo } from 'react'
import type { ApiOutput } from '../../api.ts'
import { useAsked } from '../../frame/use-asked.ts'

export type Branch = { readonly system: string | null; readonly assembly: string | null }
type Props = {
  readonly branches: ApiOutput<'catalogue', 'faultTree'>
  readonly chosen: Branch
  readonly onChoose: (branch: Branch) => void
}

/** The branch that is open, as the address says: each level ends in a tab, since one may have no name. */
export function useAskedBranch(): readonly [Branch, (branch: Branch) => void] {
  const [asked, ask] = useAsked('branch')
  const branch = useMemo<Branch>(() => {
    const [system = null, assembly = null] = asked.split('\t').slice(0, -1)
    return { system, assembly }
  }, [asked])
  return [branch, ({ system, assembly }) => ask([system, assembly].flatMap((level) => (level === null ? [] : [`${level}\t`])).join(''))]
}

/** 系统 → 总成 with the codes below; the chosen branch is what the grid shows and where a new code goes. */
export function FaultTree({ branches, chosen, onChoose }: Props) {
  const text = useText('catalogue')
  const systems = [...new Set(branches.map(({ system }) => system))]
  const total = (system: string | null) =>
    branches.filter((each) => system === null || each.system === system).reduce((sum, { count }) => sum + count, 0)
  const node = (branch: Branch, label: string, count: number, level: 0 | 1 | 2) => (
    <button
      type="button"
      key={`${branch.system ?? ''}/${branch.assembly ?? ''}`}
      className="tree-node"
      data-level={level}
      aria-current={branch.system === chosen.system && branch.assembly === chosen.assembly}
      onClick={() => onChoose(branch)}
    >
      <span>{label}</span>
      <span className="muted figures">{count}</span>
    </button>
  )
  return (
    <nav className="fault-tree" aria-label={text('faultTree')}>
      {node({ system: null, assembly: null }, text('allFaults'), total(null), 0)}
      {systems.map((system) => (
        <div key={system}>
          {node({ system, assembly: null }, system === '' ? text('unnamed') : system, total(system), 1)}
          {chosen.system === system &&
            branches
              .filter((each) => each.system === system)
              .map(({ assembly, count }) => node({ system, assembly }, assembly === '' ? text('unnamed') : assembly, count, 2))}
        </div>
      ))}
    </nav>
  )
}
