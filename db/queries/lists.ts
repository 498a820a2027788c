export type { List } from '../list.ts'
