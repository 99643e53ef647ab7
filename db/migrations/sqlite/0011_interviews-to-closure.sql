CREATE TABLE `escalation` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`step` text NOT NULL,
	`step_zh` text NOT NULL,
	`step_en` text NOT NULL,
	`taken_on` text NOT NULL,
	`document_number` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`origin` text NOT NULL,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `interview_template` (
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`reason` text NOT NULL,
	`requirements` text,
	`ladder` text,
	PRIMARY KEY(`kind`, `version`),
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `interview_version` (
	`interview` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`acted_as` text NOT NULL,
	`action` text NOT NULL,
	`reason` text NOT NULL,
	`held_on` text NOT NULL,
	`title_zh` text NOT NULL,
	`title_en` text NOT NULL,
	`notice_zh` text NOT NULL,
	`notice_en` text NOT NULL,
	`details` text NOT NULL,
	`origin` text NOT NULL,
	PRIMARY KEY(`interview`, `number`),
	FOREIGN KEY (`interview`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_checklist_item` (
	`interview` text NOT NULL,
	`region` text NOT NULL,
	`item` text NOT NULL,
	`state` text NOT NULL,
	`owner` text NOT NULL,
	`due_on` text NOT NULL,
	`version` integer NOT NULL,
	`origin` text NOT NULL,
	PRIMARY KEY(`interview`, `region`, `item`),
	FOREIGN KEY (`interview`) REFERENCES `interview`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_checklist_item`("interview", "region", "item", "state", "owner", "due_on", "version", "origin") SELECT "interview", "region", "item", "state", "owner", "due_on", "version", "origin" FROM `checklist_item`;--> statement-breakpoint
DROP TABLE `checklist_item`;--> statement-breakpoint
ALTER TABLE `__new_checklist_item` RENAME TO `checklist_item`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `checklist_event` ADD `detail` text;--> statement-breakpoint
ALTER TABLE `interview` ADD `state` text DEFAULT 'held' NOT NULL;--> statement-breakpoint
ALTER TABLE `interview` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `interview` ADD `details` text;--> statement-breakpoint
ALTER TABLE `requirement_item` ADD `owner` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `requirement_item` ADD `due_after_days` integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE `requirement_item` ADD `evidence` integer DEFAULT true NOT NULL;