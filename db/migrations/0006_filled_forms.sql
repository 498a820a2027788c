CREATE TABLE `filled_forms` (
	`id` integer PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`work_order_id` integer,
	`subject` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`paper_id` integer,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`updated_by` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `filled_forms_form` ON `filled_forms` (`form`,`updated_at`);--> statement-breakpoint
CREATE INDEX `filled_forms_order` ON `filled_forms` (`work_order_id`);