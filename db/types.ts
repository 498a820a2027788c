import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type Database from 'better-sqlite3'

export type Sqlite = Database.Database
/** Reading and opening transactions. Functions that write take `Tx`, so a plain `Db` does not compile there. */
export type Db = BetterSQLite3Database & { readonly $client: Sqlite }
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]
export type Reader = Db | Tx
