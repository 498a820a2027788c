CREATE TABLE `fault_codes` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`system` text DEFAULT '' NOT NULL,
	`assembly` text DEFAULT '' NOT NULL,
	`part` text DEFAULT '' NOT NULL,
	`mode` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`cause` text DEFAULT '' NOT NULL,
	`method` text DEFAULT '' NOT NULL,
	`pinyin` text DEFAULT '' NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `fault_codes_code` ON `fault_codes` (`manufacturer_id`,`code`);--> statement-breakpoint
CREATE TABLE `labour_codes` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`hours` integer NOT NULL,
	`system` text DEFAULT '' NOT NULL,
	`pinyin` text DEFAULT '' NOT NULL,
	`active` integer NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `labour_codes_code` ON `labour_codes` (`manufacturer_id`,`code`);--> statement-breakpoint
CREATE TABLE `manufacturers` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`short_name` text DEFAULT '' NOT NULL,
	`service_dept` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`return_template` text NOT NULL,
	`hour_rate_fen` integer NOT NULL,
	`part_markup` integer NOT NULL,
	`words` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `manufacturers_code` ON `manufacturers` (`code`);--> statement-breakpoint
CREATE TABLE `models` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`category` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`policy_id` integer,
	`uses_vin` integer NOT NULL,
	`uses_mileage` integer NOT NULL,
	`pinyin` text DEFAULT '' NOT NULL,
	`active` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `models_code` ON `models` (`manufacturer_id`,`code`);--> statement-breakpoint
CREATE TABLE `parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`spec` text DEFAULT '' NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`supplier_name` text DEFAULT '' NOT NULL,
	`supplier_code` text DEFAULT '' NOT NULL,
	`origin` text NOT NULL,
	`price_fen` integer NOT NULL,
	`retail_price_fen` integer NOT NULL,
	`category` text NOT NULL,
	`warranty_months` integer,
	`warranty_km` integer,
	`assembly` text DEFAULT '' NOT NULL,
	`is_engine` integer NOT NULL,
	`serial_controlled` integer NOT NULL,
	`old_part_return` text NOT NULL,
	`pinyin` text DEFAULT '' NOT NULL,
	`active` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `parts_code` ON `parts` (`manufacturer_id`,`code`);--> statement-breakpoint
CREATE INDEX `parts_name` ON `parts` (`name`);--> statement-breakpoint
CREATE INDEX `parts_category` ON `parts` (`category`);--> statement-breakpoint
CREATE TABLE `policies` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`basis` text DEFAULT '' NOT NULL,
	`start_rule` text NOT NULL,
	`deduct_repair_days` integer NOT NULL,
	`deduct_wait_days` integer NOT NULL,
	`holiday_shift` integer NOT NULL,
	`commercial_use_factor` integer NOT NULL,
	`part_production_limit_months` integer,
	`rules` text NOT NULL,
	`params` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `policies_code` ON `policies` (`manufacturer_id`,`code`);--> statement-breakpoint
CREATE TABLE `policy_limits` (
	`id` integer PRIMARY KEY NOT NULL,
	`policy_id` integer NOT NULL,
	`scope` text NOT NULL,
	`scope_ref` text DEFAULT '' NOT NULL,
	`months` integer,
	`km` integer,
	`exclude` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`policy_id`) REFERENCES `policies`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `policy_limits_policy` ON `policy_limits` (`policy_id`);--> statement-breakpoint
CREATE TABLE `batch_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`batch_id` integer NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_files_batch` ON `batch_files` (`batch_id`);--> statement-breakpoint
CREATE TABLE `batches` (
	`id` integer PRIMARY KEY NOT NULL,
	`no` text,
	`manufacturer_id` integer NOT NULL,
	`status` text NOT NULL,
	`period_from` text NOT NULL,
	`period_to` text NOT NULL,
	`handler_id` integer,
	`second_handler_id` integer,
	`single_person` integer NOT NULL,
	`claim_count` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`approved_fen` integer,
	`sealed_at` text,
	`confirmed_at` text,
	`exported_at` text,
	`submitted_at` text,
	`document` blob,
	`hash` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_handler_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `batches_no` ON `batches` (`no`);--> statement-breakpoint
CREATE INDEX `batches_status` ON `batches` (`status`);--> statement-breakpoint
CREATE INDEX `batches_period` ON `batches` (`manufacturer_id`,`period_from`);--> statement-breakpoint
CREATE INDEX `batches_total` ON `batches` (`total_fen`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`no` text NOT NULL,
	`status` text NOT NULL,
	`type` text NOT NULL,
	`work_order_id` integer NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`period` text NOT NULL,
	`parts_fen` integer NOT NULL,
	`labour_fen` integer NOT NULL,
	`outing_fen` integer NOT NULL,
	`other_fen` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`approved_parts_fen` integer,
	`approved_labour_fen` integer,
	`approved_outing_fen` integer,
	`approved_other_fen` integer,
	`approved_total_fen` integer,
	`batch_id` integer,
	`submitted_at` text,
	`decided_at` text,
	`void_reason` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_no` ON `claims` (`no`);--> statement-breakpoint
CREATE INDEX `claims_order` ON `claims` (`work_order_id`);--> statement-breakpoint
CREATE INDEX `claims_status` ON `claims` (`status`,`period`,`total_fen`,`approved_total_fen`);--> statement-breakpoint
CREATE INDEX `claims_batch` ON `claims` (`batch_id`);--> statement-breakpoint
CREATE INDEX `claims_period` ON `claims` (`manufacturer_id`,`period`);--> statement-breakpoint
CREATE INDEX `claims_total` ON `claims` (`total_fen`);--> statement-breakpoint
CREATE TABLE `issued_papers` (
	`id` integer PRIMARY KEY NOT NULL,
	`form` text NOT NULL,
	`form_version` integer NOT NULL,
	`number` text NOT NULL,
	`period` text NOT NULL,
	`sequence` integer NOT NULL,
	`status` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`subject` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`paper` text NOT NULL,
	`hash` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by` integer,
	`print_count` integer DEFAULT 0 NOT NULL,
	`voided_at` text,
	`voided_by` integer,
	`void_reason` text DEFAULT '' NOT NULL,
	`copies_back` integer
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `issued_papers_number` ON `issued_papers` (`form`,`number`);--> statement-breakpoint
CREATE INDEX `issued_papers_subject` ON `issued_papers` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `issued_papers_issued` ON `issued_papers` (`issued_at`);--> statement-breakpoint
CREATE INDEX `issued_papers_form` ON `issued_papers` (`form`,`issued_at`);--> statement-breakpoint
CREATE INDEX `issued_papers_status` ON `issued_papers` (`status`,`issued_at`);--> statement-breakpoint
CREATE INDEX `issued_papers_number_only` ON `issued_papers` (`number`);--> statement-breakpoint
CREATE TABLE `paper_prints` (
	`id` integer PRIMARY KEY NOT NULL,
	`paper_id` integer NOT NULL,
	`times` integer NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `issued_papers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `paper_prints_paper` ON `paper_prints` (`paper_id`);--> statement-breakpoint
CREATE TABLE `step_history` (
	`id` integer PRIMARY KEY NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`event` text NOT NULL,
	`from` text DEFAULT '' NOT NULL,
	`to` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	`note` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `step_history_subject` ON `step_history` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` integer PRIMARY KEY NOT NULL,
	`rule` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` integer NOT NULL,
	`subject_no` text DEFAULT '' NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`technician_id` integer,
	`start_at` text NOT NULL,
	`due_at` text NOT NULL,
	`done_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tasks_subject` ON `tasks` (`rule`,`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `customers` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`phone2` text DEFAULT '' NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`pinyin` text DEFAULT '' NOT NULL,
	`order_count` integer DEFAULT 0 NOT NULL,
	`last_order_at` text,
	`created_at` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `customers_name` ON `customers` (`name`);--> statement-breakpoint
CREATE INDEX `customers_phone` ON `customers` (`phone`);--> statement-breakpoint
CREATE INDEX `customers_last_order` ON `customers` (`last_order_at`);--> statement-breakpoint
CREATE INDEX `customers_order_count` ON `customers` (`order_count`);--> statement-breakpoint
CREATE TABLE `odometer_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`on` text NOT NULL,
	`old_reading` integer NOT NULL,
	`new_reading` integer NOT NULL,
	`reason` text NOT NULL,
	`user_id` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `odometer_changes_unit` ON `odometer_changes` (`unit_id`);--> statement-breakpoint
CREATE TABLE `unit_owners` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`since` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `unit_owners_unit` ON `unit_owners` (`unit_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`model_id` integer,
	`model_name` text DEFAULT '' NOT NULL,
	`owner_id` integer NOT NULL,
	`frame_no` text NOT NULL,
	`engine_no` text DEFAULT '' NOT NULL,
	`plate_no` text DEFAULT '' NOT NULL,
	`color` text DEFAULT '' NOT NULL,
	`manufactured_on` text,
	`purchased_on` text,
	`delivered_on` text,
	`invoice_no` text DEFAULT '' NOT NULL,
	`warranty_card_no` text DEFAULT '' NOT NULL,
	`seller_name` text DEFAULT '' NOT NULL,
	`usage` text NOT NULL,
	`last_mileage` integer,
	`last_mileage_on` text,
	`mileage_offset` integer DEFAULT 0 NOT NULL,
	`tamper_flag` integer NOT NULL,
	`created_at` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`model_id`) REFERENCES `models`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `units_frame` ON `units` (`manufacturer_id`,`frame_no`);--> statement-breakpoint
CREATE INDEX `units_owner` ON `units` (`owner_id`);--> statement-breakpoint
CREATE INDEX `units_plate` ON `units` (`plate_no`);--> statement-breakpoint
CREATE INDEX `units_engine` ON `units` (`engine_no`);--> statement-breakpoint
CREATE INDEX `units_purchased` ON `units` (`purchased_on`);--> statement-breakpoint
CREATE INDEX `units_model_name` ON `units` (`model_name`);--> statement-breakpoint
CREATE INDEX `units_frame_only` ON `units` (`frame_no`);--> statement-breakpoint
CREATE TABLE `parts_request_lines` (
	`id` integer PRIMARY KEY NOT NULL,
	`request_id` integer NOT NULL,
	`position` integer NOT NULL,
	`work_order_part_line_id` integer,
	`part_id` integer,
	`part_code` text DEFAULT '' NOT NULL,
	`part_name` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`qty_requested` integer NOT NULL,
	`qty_sent` integer NOT NULL,
	`qty_received` integer NOT NULL,
	`qty_fitted` integer NOT NULL,
	`unit_price_fen` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `parts_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work_order_part_line_id`) REFERENCES `work_order_parts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `parts_request_lines_request` ON `parts_request_lines` (`request_id`);--> statement-breakpoint
CREATE INDEX `parts_request_lines_order_line` ON `parts_request_lines` (`work_order_part_line_id`);--> statement-breakpoint
CREATE TABLE `parts_requests` (
	`id` integer PRIMARY KEY NOT NULL,
	`no` text,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`work_order_id` integer,
	`agreed_by` text DEFAULT '' NOT NULL,
	`agreed_at` text,
	`agreed_via` text,
	`receiver` text DEFAULT '' NOT NULL,
	`receiver_phone` text DEFAULT '' NOT NULL,
	`ship_to` text DEFAULT '' NOT NULL,
	`needed_on` text,
	`ship_method` text DEFAULT '' NOT NULL,
	`waybill_no` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`sent_at` text,
	`shipped_at` text,
	`arrived_at` text,
	`fitted_at` text,
	`old_part_due_on` text,
	`charged_fen` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `parts_requests_no` ON `parts_requests` (`no`);--> statement-breakpoint
CREATE INDEX `parts_requests_order` ON `parts_requests` (`work_order_id`);--> statement-breakpoint
CREATE INDEX `parts_requests_status` ON `parts_requests` (`status`);--> statement-breakpoint
CREATE INDEX `parts_requests_created` ON `parts_requests` (`created_at`);--> statement-breakpoint
CREATE INDEX `parts_requests_due` ON `parts_requests` (`old_part_due_on`);--> statement-breakpoint
CREATE TABLE `boxes` (
	`id` integer PRIMARY KEY NOT NULL,
	`manifest_id` integer NOT NULL,
	`box_no` integer NOT NULL,
	`weight_grams` integer,
	`size` text DEFAULT '' NOT NULL,
	`packing` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`manifest_id`) REFERENCES `manifests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `boxes_no` ON `boxes` (`manifest_id`,`box_no`);--> statement-breakpoint
CREATE TABLE `manifests` (
	`id` integer PRIMARY KEY NOT NULL,
	`no` text,
	`manufacturer_id` integer NOT NULL,
	`status` text NOT NULL,
	`period_from` text,
	`period_to` text,
	`carrier` text DEFAULT '' NOT NULL,
	`method` text NOT NULL,
	`waybill_no` text DEFAULT '' NOT NULL,
	`freight_fen` integer NOT NULL,
	`pay_mode` text NOT NULL,
	`packer` text DEFAULT '' NOT NULL,
	`prepared_by` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`sealed_at` text,
	`shipped_at` text,
	`received_at` text,
	`created_at` text NOT NULL,
	`created_by` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `manifests_no` ON `manifests` (`no`);--> statement-breakpoint
CREATE INDEX `manifests_status` ON `manifests` (`status`);--> statement-breakpoint
CREATE INDEX `manifests_created` ON `manifests` (`created_at`);--> statement-breakpoint
CREATE INDEX `manifests_shipped` ON `manifests` (`shipped_at`);--> statement-breakpoint
CREATE TABLE `returned_parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`label_no` text,
	`status` text NOT NULL,
	`work_order_id` integer NOT NULL,
	`part_line_id` integer NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`part_id` integer,
	`part_code` text DEFAULT '' NOT NULL,
	`part_name` text DEFAULT '' NOT NULL,
	`serial` text DEFAULT '' NOT NULL,
	`production_on` text,
	`qty` integer NOT NULL,
	`is_main` integer NOT NULL,
	`fault_desc` text DEFAULT '' NOT NULL,
	`fault_reason` text DEFAULT '' NOT NULL,
	`preliminary` text DEFAULT '' NOT NULL,
	`origin` text NOT NULL,
	`removed_at` text,
	`labelled_at` text,
	`due_on` text,
	`storage_bin` text DEFAULT '' NOT NULL,
	`exempt` text NOT NULL,
	`exempt_by` integer,
	`borrowed` integer NOT NULL,
	`manifest_id` integer,
	`box_no` integer,
	`packed_at` text,
	`qty_received` integer,
	`verdict` text NOT NULL,
	`reject_reason` text DEFAULT '' NOT NULL,
	`verdict_at` text,
	`disposal` text,
	`created_at` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_line_id`) REFERENCES `work_order_parts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manifest_id`) REFERENCES `manifests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `returned_parts_label` ON `returned_parts` (`label_no`);--> statement-breakpoint
CREATE INDEX `returned_parts_order` ON `returned_parts` (`work_order_id`);--> statement-breakpoint
CREATE INDEX `returned_parts_line` ON `returned_parts` (`part_line_id`);--> statement-breakpoint
CREATE INDEX `returned_parts_status` ON `returned_parts` (`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `returned_parts_manifest` ON `returned_parts` (`manifest_id`,`box_no`);--> statement-breakpoint
CREATE INDEX `returned_parts_due` ON `returned_parts` (`due_on`);--> statement-breakpoint
CREATE INDEX `returned_parts_removed` ON `returned_parts` (`removed_at`);--> statement-breakpoint
CREATE INDEX `returned_parts_bin` ON `returned_parts` (`storage_bin`);--> statement-breakpoint
CREATE TABLE `command_log` (
	`call_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`user_id` integer,
	`seat` text NOT NULL,
	`at` text NOT NULL,
	`input` text NOT NULL,
	`output` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `drafts` (
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`content` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `holidays` (
	`day` text PRIMARY KEY NOT NULL,
	`working` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	`user_id` integer,
	`read` integer NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`rejected` integer NOT NULL,
	`sha256` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `number_patterns` (
	`form` text PRIMARY KEY NOT NULL,
	`pattern` text NOT NULL,
	`locked_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `number_sequences` (
	`form` text NOT NULL,
	`period` text NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`form`, `period`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `preferences` (
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`user_id`, `key`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `stations` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`stamp_name` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`warranty_clerk` text DEFAULT '' NOT NULL,
	`warranty_clerk_phone` text DEFAULT '' NOT NULL,
	`bank` text DEFAULT '' NOT NULL,
	`account` text DEFAULT '' NOT NULL,
	`tax_no` text DEFAULT '' NOT NULL,
	`demo` integer NOT NULL,
	`created_at` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `technicians` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`grade` text DEFAULT '' NOT NULL,
	`team_name` text DEFAULT '' NOT NULL,
	`cert_no` text DEFAULT '' NOT NULL,
	`cert_expires_on` text,
	`phone` text DEFAULT '' NOT NULL,
	`active` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `technicians_code` ON `technicians` (`code`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`technician_id` integer,
	`pin_hash` text NOT NULL,
	`sample_pin` text,
	`active` integer NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`technician_id`) REFERENCES `technicians`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `users_code` ON `users` (`code`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT '' NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`added_at` text NOT NULL,
	`added_by` integer,
	`taken_on` text,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_order` ON `attachments` (`work_order_id`);--> statement-breakpoint
CREATE TABLE `work_order_fees` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text DEFAULT '' NOT NULL,
	`amount_fen` integer NOT NULL,
	`charge_mode` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `work_order_fees_order` ON `work_order_fees` (`work_order_id`);--> statement-breakpoint
CREATE TABLE `work_order_labour` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`position` integer NOT NULL,
	`labour_code` text DEFAULT '' NOT NULL,
	`labour_name` text DEFAULT '' NOT NULL,
	`hours` integer NOT NULL,
	`rate_fen` integer NOT NULL,
	`charge_mode` text NOT NULL,
	`technician_id` integer,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technician_id`) REFERENCES `technicians`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `work_order_labour_order` ON `work_order_labour` (`work_order_id`);--> statement-breakpoint
CREATE TABLE `work_order_outings` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`position` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`one_way_km` integer NOT NULL,
	`driven_km` integer NOT NULL,
	`people` integer NOT NULL,
	`days` integer NOT NULL,
	`nights` integer NOT NULL,
	`fares_fen` integer NOT NULL,
	`lodging_fen` integer,
	`meal_fen` integer,
	`no_receipt_approved` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `work_order_outings_order` ON `work_order_outings` (`work_order_id`);--> statement-breakpoint
CREATE TABLE `work_order_parts` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`position` integer NOT NULL,
	`part_id` integer,
	`part_code` text DEFAULT '' NOT NULL,
	`part_name` text DEFAULT '' NOT NULL,
	`unit` text DEFAULT '' NOT NULL,
	`qty` integer NOT NULL,
	`price_fen` integer NOT NULL,
	`charge_mode` text NOT NULL,
	`supply_mode` text NOT NULL,
	`fault_mode` text,
	`old_part_required` integer NOT NULL,
	`old_part_code` text DEFAULT '' NOT NULL,
	`is_main` integer NOT NULL,
	`new_serial` text DEFAULT '' NOT NULL,
	`old_serial` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `work_order_parts_order` ON `work_order_parts` (`work_order_id`);--> statement-breakpoint
CREATE INDEX `work_order_parts_part` ON `work_order_parts` (`part_id`);--> statement-breakpoint
CREATE TABLE `work_order_waits` (
	`id` integer PRIMARY KEY NOT NULL,
	`work_order_id` integer NOT NULL,
	`from` text NOT NULL,
	`to` text,
	FOREIGN KEY (`work_order_id`) REFERENCES `work_orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `work_order_waits_order` ON `work_order_waits` (`work_order_id`);--> statement-breakpoint
CREATE TABLE `work_orders` (
	`id` integer PRIMARY KEY NOT NULL,
	`no` text NOT NULL,
	`status` text NOT NULL,
	`voucher_no` text DEFAULT '' NOT NULL,
	`oem_no` text DEFAULT '' NOT NULL,
	`ledger_no` text,
	`manufacturer_id` integer NOT NULL,
	`customer_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`channel` text NOT NULL,
	`urgency` text NOT NULL,
	`repair_type` text NOT NULL,
	`nature` text NOT NULL,
	`solution` text NOT NULL,
	`sender_name` text DEFAULT '' NOT NULL,
	`sender_phone` text DEFAULT '' NOT NULL,
	`reported_at` text NOT NULL,
	`handed_at` text,
	`contacted_at` text,
	`expected_at` text,
	`received_at` text,
	`started_at` text,
	`finished_at` text,
	`inspected_at` text,
	`delivered_at` text,
	`called_back_at` text,
	`closed_at` text,
	`finished_month` text,
	`mileage` integer,
	`customer_statement` text DEFAULT '' NOT NULL,
	`check_result` text DEFAULT '' NOT NULL,
	`fault_reason` text DEFAULT '' NOT NULL,
	`repair_method` text DEFAULT '' NOT NULL,
	`fault_code_id` integer,
	`responsibility` text NOT NULL,
	`exclusions` text NOT NULL,
	`approval_no` text DEFAULT '' NOT NULL,
	`eligibility` text NOT NULL,
	`override_by` integer,
	`override_at` text,
	`technician_id` integer,
	`technician_name` text DEFAULT '' NOT NULL,
	`inspector_id` integer,
	`receptionist_id` integer,
	`repeat_of_id` integer,
	`user_signed` integer NOT NULL,
	`bill_paid` integer NOT NULL,
	`user_opinion` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`parts_fen` integer NOT NULL,
	`labour_fen` integer NOT NULL,
	`outing_fen` integer NOT NULL,
	`other_fen` integer NOT NULL,
	`total_fen` integer NOT NULL,
	`claim_total_fen` integer NOT NULL,
	`payable_fen` integer NOT NULL,
	`created_at` text NOT NULL,
	`created_by` integer,
	`updated_at` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `customers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fault_code_id`) REFERENCES `fault_codes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`override_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`technician_id`) REFERENCES `technicians`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspector_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receptionist_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `work_orders_no` ON `work_orders` (`no`);--> statement-breakpoint
CREATE UNIQUE INDEX `work_orders_ledger` ON `work_orders` (`ledger_no`);--> statement-breakpoint
CREATE INDEX `work_orders_status` ON `work_orders` (`status`,`reported_at`);--> statement-breakpoint
CREATE INDEX `work_orders_reported` ON `work_orders` (`reported_at`);--> statement-breakpoint
CREATE INDEX `work_orders_received` ON `work_orders` (`received_at`);--> statement-breakpoint
CREATE INDEX `work_orders_finished` ON `work_orders` (`finished_at`);--> statement-breakpoint
CREATE INDEX `work_orders_unit` ON `work_orders` (`unit_id`);--> statement-breakpoint
CREATE INDEX `work_orders_customer` ON `work_orders` (`customer_id`);--> statement-breakpoint
CREATE INDEX `work_orders_month` ON `work_orders` (`manufacturer_id`,`finished_month`);--> statement-breakpoint
CREATE INDEX `work_orders_total` ON `work_orders` (`total_fen`);--> statement-breakpoint
CREATE INDEX `work_orders_claim_total` ON `work_orders` (`claim_total_fen`);--> statement-breakpoint
CREATE INDEX `work_orders_nature` ON `work_orders` (`nature`,`reported_at`,`status`);--> statement-breakpoint
CREATE INDEX `work_orders_technician` ON `work_orders` (`technician_id`,`reported_at`,`nature`,`status`);--> statement-breakpoint
CREATE INDEX `work_orders_voucher` ON `work_orders` (`voucher_no`);--> statement-breakpoint
CREATE INDEX `work_orders_claimable` ON `work_orders` (`status`,`claim_total_fen`,`finished_month`);