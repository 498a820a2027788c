import { defineConfig } from 'drizzle-kit'

/** For `npm run db:generate` only; db/migrate.ts applies what it writes. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/index.ts', out: './db/migrations' })
