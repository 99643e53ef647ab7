CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`interview` text NOT NULL,
	`region` text,
	`item` text,
	`name` text NOT NULL,
	`content_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`attached_at` text NOT NULL,
	`attached_by` text,
	`attached_as` text NOT NULL,
	`attached_for` text NOT NULL,
	`removed_at` text,
	`removed_by` text,
	`removed_as` text,
	`removal_reason` text,
	FOREIGN KEY (`interview`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`removed_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interview`,`region`,`item`) REFERENCES `checklist_item`(`interview`,`region`,`item`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attachment_of` ON `attachment` (`interview`,`region`,`item`);--> statement-breakpoint
CREATE TABLE `mail_choice` (
	`account` text PRIMARY KEY NOT NULL,
	`address` text NOT NULL,
	`mode` text NOT NULL,
	`language` text NOT NULL,
	`quiet_from` integer,
	`quiet_until` integer,
	`since` text NOT NULL,
	`last_daily_on` text,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`created_at` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_try_at` text NOT NULL,
	`ended_at` text,
	`last_error` text,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_due` ON `mail` (`state`,`next_try_at`);--> statement-breakpoint
CREATE INDEX `mail_account` ON `mail` (`account`,`created_at`);--> statement-breakpoint
CREATE TABLE `notice` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`kind` text NOT NULL,
	`region` text,
	`about` text NOT NULL,
	`occasion` text NOT NULL,
	`at` text NOT NULL,
	`read_at` text,
	`mail` text,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notice_occasion` ON `notice` (`account`,`occasion`);--> statement-breakpoint
CREATE INDEX `notice_at` ON `notice` (`account`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `notice_unread` ON `notice` (`account`,`read_at`);