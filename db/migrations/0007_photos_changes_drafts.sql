CREATE TABLE `work_order_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	`changes` text NOT NULL,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `work_order_changes_order` ON `work_order_changes` (`work_order_id`);--> statement-breakpoint
CREATE TABLE `__new_drafts` (
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`seat` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`, `seat`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_drafts`("user_id", "key", "title", "content", "saved_at") SELECT "user_id", "key", "title", "content", "saved_at" FROM `drafts`;--> statement-breakpoint
DROP TABLE `drafts`;--> statement-breakpoint
ALTER TABLE `__new_drafts` RENAME TO `drafts`;--> statement-breakpoint
CREATE INDEX `drafts_key` ON `drafts` (`key`);--> statement-breakpoint
ALTER TABLE `attachments` ADD `turns` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `attachments` ADD `thumb` text DEFAULT '' NOT NULL;--> statement-breakpoint
-- files kept before there were kinds
UPDATE `attachments` SET `kind` = 'other' WHERE `kind` = '';
