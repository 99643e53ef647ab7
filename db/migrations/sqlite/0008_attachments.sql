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
CREATE INDEX `attachment_of` ON `attachment` (`interview`,`region`,`item`);