CREATE TABLE `record_merges` (
	`id` integer PRIMARY KEY NOT NULL,
	`of` text NOT NULL,
	`kept_id` integer NOT NULL,
	`gone_id` integer NOT NULL,
	`before` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`user_id` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `record_merges_kept` ON `record_merges` (`of`,`kept_id`);--> statement-breakpoint
CREATE INDEX `record_merges_gone` ON `record_merges` (`of`,`gone_id`);--> statement-breakpoint
-- What people read to each other of a frame number; drizzle cannot say an index on an expression.
CREATE INDEX `units_frame_tail` ON `units` (substr(frame_no, -6));
