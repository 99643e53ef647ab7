CREATE TABLE `audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`person` text,
	`role` text,
	`address` text NOT NULL,
	`action` text NOT NULL,
	`object` text NOT NULL,
	`outcome` text NOT NULL,
	`detail` text NOT NULL,
	`request_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entry_at` ON `audit_entry` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `checklist_event` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting` text NOT NULL,
	`region` text NOT NULL,
	`item` text NOT NULL,
	`sequence` integer NOT NULL,
	`at` text NOT NULL,
	`person` text NOT NULL,
	`action` text NOT NULL,
	`note` text NOT NULL,
	`origin` text NOT NULL,
	FOREIGN KEY (`meeting`,`region`,`item`) REFERENCES `checklist_item`(`meeting`,`region`,`item`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checklist_event_sequence` ON `checklist_event` (`meeting`,`region`,`item`,`sequence`);--> statement-breakpoint
CREATE TABLE `checklist_item` (
	`meeting` text NOT NULL,
	`region` text NOT NULL,
	`item` text NOT NULL,
	`state` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`version` integer NOT NULL,
	`origin` text NOT NULL,
	PRIMARY KEY(`meeting`, `region`, `item`),
	FOREIGN KEY (`meeting`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item`) REFERENCES `requirement_item`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `curve` (
	`code` text PRIMARY KEY NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`points` text NOT NULL,
	`source` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `figure` (
	`submission_version` text NOT NULL,
	`indicator` text NOT NULL,
	`value` integer NOT NULL,
	`denominator` integer,
	`origin` text NOT NULL,
	`source` text,
	PRIMARY KEY(`submission_version`, `indicator`),
	FOREIGN KEY (`submission_version`) REFERENCES `submission_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `idempotency_key` (
	`person` text NOT NULL,
	`key` text NOT NULL,
	`endpoint` text NOT NULL,
	`request_hash` text NOT NULL,
	`reply` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`person`, `key`),
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `indicator` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`short_zh` text NOT NULL,
	`short_en` text NOT NULL,
	`unit_zh` text NOT NULL,
	`unit_en` text NOT NULL,
	`scale` integer NOT NULL,
	`decimals` integer NOT NULL,
	`core` integer NOT NULL,
	`part_of` text,
	`numerator_from` text,
	`curve` text NOT NULL,
	`definition_zh` text NOT NULL,
	`definition_en` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`curve`) REFERENCES `curve`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`held_on` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`notice_zh` text NOT NULL,
	`notice_en` text NOT NULL,
	`origin` text NOT NULL,
	`source` text
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`role` text NOT NULL,
	`region` text,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`password_expires_at` text,
	`disabled` integer NOT NULL,
	`failed_sign_ins` integer NOT NULL,
	`first_failed_at` text,
	`locked_until` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_name` ON `person` (`name`);--> statement-breakpoint
CREATE TABLE `region` (
	`code` text PRIMARY KEY NOT NULL,
	`parent` text,
	`kind` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`short_zh` text NOT NULL,
	`tile_row` integer,
	`tile_column` integer,
	`position` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text
);
--> statement-breakpoint
CREATE TABLE `requirement_item` (
	`key` text PRIMARY KEY NOT NULL,
	`requirement` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`checked_by` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`requirement`) REFERENCES `requirement`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `requirement` (
	`key` text PRIMARY KEY NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `revision` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rule` (
	`id` text NOT NULL,
	`version` integer NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`conditions` text NOT NULL,
	`source` text NOT NULL,
	`author` text NOT NULL,
	`effective_year` integer NOT NULL,
	`effective_month` integer NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person`);--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `submission_version` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`year` integer NOT NULL,
	`month` integer NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`as_of` text NOT NULL,
	`note` text NOT NULL,
	`cause` text NOT NULL,
	`measures` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` text NOT NULL,
	`submitted_by` text,
	`submitted_at` text,
	`decided_by` text,
	`decided_at` text,
	`return_reason` text,
	FOREIGN KEY (`region`,`year`,`month`) REFERENCES `submission`(`region`,`year`,`month`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_version_number` ON `submission_version` (`region`,`year`,`month`,`number`);--> statement-breakpoint
CREATE INDEX `submission_version_state` ON `submission_version` (`state`,`year`,`region`);--> statement-breakpoint
CREATE TABLE `submission` (
	`region` text NOT NULL,
	`year` integer NOT NULL,
	`month` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`region`, `year`, `month`),
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `target_change` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`indicator` text NOT NULL,
	`year` integer NOT NULL,
	`sequence` integer NOT NULL,
	`amount` integer NOT NULL,
	`effective_month` integer NOT NULL,
	`document_number` text NOT NULL,
	`reason` text NOT NULL,
	`author` text NOT NULL,
	`decided_at` text NOT NULL,
	`origin` text NOT NULL,
	`source` text,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `target_change_sequence` ON `target_change` (`region`,`indicator`,`year`,`sequence`);