ALTER TABLE `person` RENAME TO `account`;--> statement-breakpoint
ALTER TABLE `meeting` RENAME TO `interview`;--> statement-breakpoint
ALTER TABLE `audit_entry` RENAME TO `audit_event`;--> statement-breakpoint
ALTER TABLE `session` RENAME COLUMN `person` TO `account`;--> statement-breakpoint
ALTER TABLE `idempotency_key` RENAME COLUMN `person` TO `account`;--> statement-breakpoint
ALTER TABLE `checklist_item` RENAME COLUMN `meeting` TO `interview`;--> statement-breakpoint
ALTER TABLE `checklist_event` RENAME COLUMN `meeting` TO `interview`;--> statement-breakpoint
ALTER TABLE `submission_version` RENAME COLUMN `measures` TO `remedies`;--> statement-breakpoint
DROP INDEX `person_name`;--> statement-breakpoint
CREATE UNIQUE INDEX `account_name` ON `account` (`name`);--> statement-breakpoint
DROP INDEX `session_person`;--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account`);--> statement-breakpoint
DROP INDEX `audit_entry_at`;--> statement-breakpoint
CREATE INDEX `audit_event_at` ON `audit_event` (`at`,`id`);--> statement-breakpoint
UPDATE `submission_version` SET `kind` = 'submission' WHERE `kind` = 'report';--> statement-breakpoint
UPDATE `idempotency_key` SET `reply` = replace(replace(`reply`, '"kind":"report"', '"kind":"submission"'), '"measures":', '"remedies":');--> statement-breakpoint
ALTER TABLE `target_change` RENAME COLUMN `author` TO `authored_as`;--> statement-breakpoint
ALTER TABLE `target_change` ADD COLUMN `author` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `target_change` SET `author` = (SELECT `id` FROM `account` WHERE `name` = `target_change`.`authored_as`);--> statement-breakpoint
UPDATE `target_change` SET `authored_as` = json_object('name', `authored_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `target_change`.`author`), `authored_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `target_change`.`author`), `authored_as`))) WHERE `authored_as` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `rule` RENAME COLUMN `author` TO `authored_as`;--> statement-breakpoint
ALTER TABLE `rule` ADD COLUMN `author` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `rule` SET `author` = (SELECT `id` FROM `account` WHERE `name` = `rule`.`authored_as`);--> statement-breakpoint
UPDATE `rule` SET `authored_as` = json_object('name', `authored_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `rule`.`author`), `authored_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `rule`.`author`), `authored_as`))) WHERE `authored_as` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `submission_version` RENAME COLUMN `saved_by` TO `saved_as`;--> statement-breakpoint
ALTER TABLE `submission_version` ADD COLUMN `saved_by` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `submission_version` SET `saved_by` = (SELECT `id` FROM `account` WHERE `name` = `submission_version`.`saved_as`);--> statement-breakpoint
UPDATE `submission_version` SET `saved_as` = json_object('name', `saved_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `submission_version`.`saved_by`), `saved_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `submission_version`.`saved_by`), `saved_as`))) WHERE `saved_as` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `submission_version` RENAME COLUMN `submitted_by` TO `submitted_as`;--> statement-breakpoint
ALTER TABLE `submission_version` ADD COLUMN `submitted_by` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `submission_version` SET `submitted_by` = (SELECT `id` FROM `account` WHERE `name` = `submission_version`.`submitted_as`);--> statement-breakpoint
UPDATE `submission_version` SET `submitted_as` = json_object('name', `submitted_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `submission_version`.`submitted_by`), `submitted_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `submission_version`.`submitted_by`), `submitted_as`))) WHERE `submitted_as` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `submission_version` RENAME COLUMN `decided_by` TO `decided_as`;--> statement-breakpoint
ALTER TABLE `submission_version` ADD COLUMN `decided_by` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `submission_version` SET `decided_by` = (SELECT `id` FROM `account` WHERE `name` = `submission_version`.`decided_as`);--> statement-breakpoint
UPDATE `submission_version` SET `decided_as` = json_object('name', `decided_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `submission_version`.`decided_by`), `decided_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `submission_version`.`decided_by`), `decided_as`))) WHERE `decided_as` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `checklist_event` RENAME COLUMN `person` TO `acted_as`;--> statement-breakpoint
ALTER TABLE `checklist_event` ADD COLUMN `actor` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `checklist_event` SET `actor` = (SELECT `id` FROM `account` WHERE `name` = `checklist_event`.`acted_as`);--> statement-breakpoint
UPDATE `checklist_event` SET `acted_as` = json_object('name', `acted_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `checklist_event`.`actor`), `acted_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `checklist_event`.`actor`), `acted_as`))) WHERE `acted_as` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `audit_event` RENAME COLUMN `person` TO `acted_as`;--> statement-breakpoint
ALTER TABLE `audit_event` ADD COLUMN `actor` text REFERENCES `account`(`id`);--> statement-breakpoint
UPDATE `audit_event` SET `actor` = (SELECT `id` FROM `account` WHERE `name` = `audit_event`.`acted_as`);--> statement-breakpoint
UPDATE `audit_event` SET `acted_as` = json_object('name', `acted_as`, 'title', json_object('zh', coalesce((SELECT `title_zh` FROM `account` WHERE `id` = `audit_event`.`actor`), `acted_as`), 'en', coalesce((SELECT `title_en` FROM `account` WHERE `id` = `audit_event`.`actor`), `acted_as`))) WHERE `acted_as` IS NOT NULL;
