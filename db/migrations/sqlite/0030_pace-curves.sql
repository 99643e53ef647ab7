CREATE TABLE `curve_assignment` (
	`indicator` text NOT NULL,
	`number` integer NOT NULL,
	`action` text NOT NULL,
	`withdraws` integer,
	`curve` text NOT NULL,
	`curve_version` integer NOT NULL,
	`effective_year` integer NOT NULL,
	`effective_month` integer NOT NULL,
	`reason` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`indicator`, `number`),
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `curve_version` (
	`code` text NOT NULL,
	`number` integer NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`points` text NOT NULL,
	`source` text NOT NULL,
	`source_en` text NOT NULL,
	`reason` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`code`, `number`),
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `node_plan_version` (
	`region` text NOT NULL,
	`year` integer NOT NULL,
	`indicator` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`action` text NOT NULL,
	`points` text NOT NULL,
	`effective_month` integer,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`acted_as` text NOT NULL,
	PRIMARY KEY(`region`, `year`, `indicator`, `number`),
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
